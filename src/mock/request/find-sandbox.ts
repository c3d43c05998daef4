import { readServerUrl } from '../../contract/model/list-servers.ts';
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
  /** URL at which the caller reaches the provider's host, if it says so by `X-Mock-Site`. */
  readonly site?: string | undefined;
}

/** Not one of the segments that a URL resolves away. */
const NAME = /^(?!\.{1,2}$)[\w.-]{1,64}$/;

/** Path whose first segment names a sandbox. */
const NAMED = /^\/(?:~|%7e)([^/]*)(.*)$/is;

const SANDBOX_RULE = 'must be a sandbox name of 1 to 64 letters, digits, ".", "_" or "-"';
const SITE_RULE = 'must be the URL of a host, such as https://api.example.com';

/**
 * Reads which sandbox a request names: by its first segment `/~name`, or else by `X-Mock-Sandbox`; and at which URL its sender
 * reaches the provider's host, which is where links lead then.
 */
export function findSandbox({
  path,
  headers,
}: Pick<HttpRequest, 'path' | 'headers'>): SandboxPath | Violation {
  const written = headers.get('x-mock-site');
  const site = written === null ? undefined : readServerUrl(written);
  if (written !== null && site === undefined) {
    return malformed('header', '/x-mock-site', written, SITE_RULE);
  }
  const named = readName(path, headers);
  return site === undefined || 'pointer' in named ? named : { ...named, site };
}

function readName(path: string, headers: HttpRequest['headers']): SandboxPath | Violation {
  const [, written, rest] = NAMED.exec(path) ?? [];
  if (written !== undefined) {
    const name = decodeValid(written);
    if (!NAME.test(name)) return malformed('path', '', written, SANDBOX_RULE);
    return { sandbox: name, path: rest || '/', prefix: prefixOf(name) };
  }
  const name = headers.get('x-mock-sandbox') ?? DEFAULT_SANDBOX;
  if (!NAME.test(name)) return malformed('header', '/x-mock-sandbox', name, SANDBOX_RULE);
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

function malformed(
  part: 'path' | 'header',
  pointer: string,
  found: string,
  message: string,
): Violation {
  return { in: part, pointer, rule: { keyword: 'sandbox', params: {}, message }, found };
}
