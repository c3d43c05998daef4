import type { Violation } from '../../contract/violation.ts';
import type { WireRequest } from '../wire.ts';
import { DEFAULT_SANDBOX } from './sandboxes.ts';

/** Sandbox that a request is meant for. */
export interface SandboxPath {
  readonly sandbox: string;
  /** Path without the segment that names the sandbox. */
  readonly path: string;
  /** What stands before every path of the sandbox: `/~name`, or nothing for the default one. */
  readonly prefix: string;
}

/** Without the segments that a URL resolves away. */
const NAME = /^(?!\.{1,2}$)[\w.-]{1,64}$/;

/** Reads which sandbox a request names: by its first segment `/~name`, or else by `X-Mock-Sandbox`. */
export function findSandbox({
  path,
  headers,
}: Pick<WireRequest, 'path' | 'headers'>): SandboxPath | Violation {
  if (path.startsWith('/~')) {
    const end = path.indexOf('/', 2);
    const name = end < 0 ? path.slice(2) : path.slice(2, end);
    if (!NAME.test(name)) return malformed('path', '', name);
    return at(name, end < 0 ? '/' : path.slice(end));
  }
  const name = headers.get('x-mock-sandbox');
  if (name === null) return { sandbox: DEFAULT_SANDBOX, path, prefix: '' };
  return NAME.test(name) ? at(name, path) : malformed('header', '/x-mock-sandbox', name);
}

function at(sandbox: string, path: string): SandboxPath {
  return { sandbox, path, prefix: prefixOf(sandbox) };
}

/** What stands before every path of a sandbox. */
export function prefixOf(sandbox: string): string {
  return sandbox === DEFAULT_SANDBOX ? '' : `/~${sandbox}`;
}

function malformed(part: 'path' | 'header', pointer: string, found: string): Violation {
  const expected = 'a sandbox name of 1 to 64 letters, digits, ".", "_" or "-"';
  return { in: part, pointer, keyword: 'sandbox', expected, found };
}
