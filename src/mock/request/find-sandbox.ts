import { decodeValid } from '../../contract/model/percent-encoding.ts';
import type { Violation } from '../../contract/model/violation.ts';
import type { HttpRequest } from '../http/message.ts';
import { DEFAULT_SANDBOX } from '../state/sandboxes.ts';

/** Sandbox that a request names. */
export interface SandboxPath {
  readonly sandbox: string;
  /** Path without the segment that names the sandbox. */
  readonly path: string;
  /** What every path of the sandbox begins with: `/~name`, or nothing for the default one. */
  readonly prefix: string;
}

/** Not one of the segments that a URL resolves away. */
const NAME = /^(?!\.{1,2}$)[\w.-]{1,64}$/;

/** Start of a path whose first segment names a sandbox. */
const NAMED = /^\/(?:~|%7e)/i;

/** Reads which sandbox a request names: by its first segment `/~name`, or else by `X-Mock-Sandbox`. */
export function findSandbox({
  path,
  headers,
}: Pick<HttpRequest, 'path' | 'headers'>): SandboxPath | Violation {
  if (NAMED.test(path)) {
    const end = path.indexOf('/', 1);
    const name = decodeValid(path.slice(1, end < 0 ? undefined : end)).slice(1);
    if (!NAME.test(name)) return malformed('path', '', path.slice(1, end < 0 ? undefined : end));
    return { sandbox: name, path: end < 0 ? '/' : path.slice(end), prefix: prefixOf(name) };
  }
  const name = headers.get('x-mock-sandbox') ?? DEFAULT_SANDBOX;
  if (!NAME.test(name)) return malformed('header', '/x-mock-sandbox', name);
  return { sandbox: name, path, prefix: prefixOf(name) };
}

/** Sandbox of a request that names none. */
export function defaultSandbox(path: string): SandboxPath {
  return { sandbox: DEFAULT_SANDBOX, path, prefix: '' };
}

/** What every path of a sandbox begins with. */
export function prefixOf(sandbox: string): string {
  return sandbox === DEFAULT_SANDBOX ? '' : `/~${sandbox}`;
}

function malformed(part: 'path' | 'header', pointer: string, found: string): Violation {
  const message = 'must be a sandbox name of 1 to 64 letters, digits, ".", "_" or "-"';
  return { in: part, pointer, rule: { keyword: 'sandbox', params: {}, message }, found };
}
