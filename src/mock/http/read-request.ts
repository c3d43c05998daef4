import type { IncomingMessage } from 'node:http';
import { readFrom } from '../../contract/model/header-reader.ts';
import type { HttpRequest } from './message.ts';
import type { UnfinishedBodies } from './unfinished-bodies.ts';

/** Name or address with an optional port, https://www.rfc-editor.org/rfc/rfc9110#section-7.2. */
const HOST = /^(?:[\w.~!$&'()*+,;=%-]+|\[[\da-f:.]+\])(?::\d*)?$/i;

/** Reads a request from Node's HTTP server; `undefined` if its target or host is malformed. */
export function readRequest(
  message: IncomingMessage,
  unfinished?: UnfinishedBodies,
): HttpRequest | undefined {
  const { method = '', url = '', headers, rawHeaders, socket } = message;
  const target = readTarget(url);
  const { host = 'localhost' } = headers;
  if (target === undefined || !HOST.test(host)) return undefined;
  return {
    method,
    origin: `http://${host}`,
    path: target.path,
    query: target.query,
    headers: readFrom(headers),
    rawHeaders,
    readRemoteAddress: () => socket.remoteAddress,
    body: hasBody(message) ? { stream: message, unfinished } : undefined,
  };
}

/**
 * Whether a body is in a transfer coding besides `chunked`, the only one that Node undoes; such a request is answered with
 * 501: https://www.rfc-editor.org/rfc/rfc9112#section-6.1.
 */
export function hasUnreadCoding({ headers }: IncomingMessage): boolean {
  const coding = headers['transfer-encoding'];
  return coding !== undefined && coding.trim().toLowerCase() !== 'chunked';
}

/** Either field signals a body, https://www.rfc-editor.org/rfc/rfc9112#section-6. */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

/** Path and query of a request target. */
export interface Target {
  readonly path: string;
  readonly query: string;
}

/** Targets that URL parsing changes: dot segments, fragments, and characters to percent-encode. */
const NEEDS_REWRITE = /[#"<>^`{}\u0080-\u00ff]|\/\.|%2e/i;

/** Bytes of characters that were sent as they are; Node reads each as one character. */
const RAW_BYTES = /[\u0080-\u00ff]/g;

/**
 * Reads a request target in origin or absolute form; `undefined` for any other, such as `*`
 * (https://www.rfc-editor.org/rfc/rfc9112#section-3.2). The path is normalized by the rules of
 * https://url.spec.whatwg.org/#path-state.
 */
export function readTarget(target: string): Target | undefined {
  if (target.includes('\\')) return undefined;
  if (!target.startsWith('/')) return /^https?:/i.test(target) ? readUrl(target) : undefined;
  if (NEEDS_REWRITE.test(target)) return readUrl(`http://localhost${target}`);
  const at = target.indexOf('?');
  return at < 0
    ? { path: target, query: '' }
    : { path: target.slice(0, at), query: target.slice(at + 1) };
}

function readUrl(text: string): Target | undefined {
  const url = URL.parse(text.replaceAll(RAW_BYTES, encodeByte));
  return url === null ? undefined : { path: url.pathname, query: url.search.slice(1) };
}

function encodeByte(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
