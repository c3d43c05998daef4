import type { HeaderReader } from '../model/header-reader.ts';

/**
 * Reads the cookies of a request, still percent-encoded:
 * https://www.rfc-editor.org/rfc/rfc6265#section-4.2.1.
 */
export function readCookies(headers: HeaderReader): [name: string, text: string][] {
  return (headers.get('cookie') ?? '').split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()]];
  });
}
