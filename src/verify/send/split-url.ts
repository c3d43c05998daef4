import { maskTarget } from '../../contract/secrets/mask-target.ts';
import { RequestError } from './request-error.ts';
import type { ServerRequest } from './server-request.ts';

/** Parts of the URL of a request. */
export interface SplitUrl {
  readonly isSecure: boolean;
  readonly hostname: string;
  readonly port: string;
  /** Value of the header `Host`. */
  readonly host: string;
  /** Path and query as they were given; what no request line may hold is percent-encoded. */
  readonly target: string;
}

const FORM = /^(https?):\/\/[^/?#]*([^#]*)/i;

/** Takes a URL apart without changing its path, as `new URL` would. Throws RequestError. */
export function splitUrl({ method, url }: ServerRequest): SplitUrl {
  const [, scheme = '', rest = ''] = FORM.exec(url) ?? [];
  const parsed = URL.parse(url);
  if (parsed === null || scheme === '') {
    throw new RequestError(
      `${method}: expected a URL that begins with http:// or https://, found ${JSON.stringify(url)}. Correct --url.`,
    );
  }
  return {
    isSecure: scheme.toLowerCase() === 'https',
    hostname: parsed.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: parsed.port,
    host: parsed.host,
    target: encodeOdd(rest.startsWith('/') ? rest : `/${rest}`),
  };
}

/** Words for a request in messages, without secrets and without user and password of its URL. */
export function nameRequest({ method, url }: ServerRequest): string {
  const [, , rest = ''] = FORM.exec(url) ?? [];
  const known = { contract: undefined, operation: undefined, pathValues: undefined };
  return `${method} ${URL.parse(url)?.origin ?? ''}${maskTarget({ target: rest, ...known })}`;
}

/** Encodes all but visible ASCII, https://www.rfc-editor.org/rfc/rfc9112#section-3.2. */
function encodeOdd(target: string): string {
  return target.replaceAll(/[^!-~]+/g, (text) => encodeURIComponent(text.toWellFormed()));
}
