import type { ServedApi } from './find-api.ts';
import { ToolError } from './tool-error.ts';

/** Request as an agent, or a sample, gives it. */
export interface GivenRequest {
  readonly method: string;
  /** Path and query below the base URL of the API. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Text, or what is sent as JSON; `undefined` for none. */
  readonly body: unknown;
}

/** Milliseconds that an answer may take: longer than any fault delays one. */
const PATIENCE = 620_000;

/**
 * Writes a request to an API of the mock, in a sandbox. Throws ToolError for one that would go elsewhere, such as to the
 * control API by `/../`, or that HTTP cannot carry.
 */
export function writeRequest(
  { name, url: base }: ServedApi,
  sandbox: string,
  { method, target, headers, body }: GivenRequest,
  signal: AbortSignal,
): Request {
  const url = URL.parse(`${base.replace(/\/$/, '')}${target}`);
  const isBelow = url !== null && isBelowBase(url, new URL(base));
  if (!target.startsWith('/') || !isBelow) {
    throw new ToolError(
      `path: expected one below the base URL of ${name}, ${base}, such as "/items?limit=2", found ${JSON.stringify(target)}.`,
    );
  }
  try {
    const fields = new Headers(headers);
    if (sandbox !== 'default') fields.set('x-mock-sandbox', sandbox);
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    if (text !== undefined && !fields.has('content-type')) {
      fields.set('content-type', 'application/json');
    }
    return new Request(url, {
      method: method.toUpperCase(),
      headers: fields,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
      ...(text !== undefined && { body: text }),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ToolError(`The request cannot be sent: ${reason}`, { cause: error });
  }
}

function isBelowBase(url: URL, base: URL): boolean {
  const folder = base.pathname.replace(/\/$/, '');
  return url.origin === base.origin && url.pathname.startsWith(`${folder}/`);
}
