import type { HeaderReader } from '../model/header-reader.ts';

/** Cookies of a request, RFC 6265 section 4.2.1, as they were sent: percent-encoding stays in place. */
export function readCookies(headers: HeaderReader): [name: string, text: string][] {
  return (headers.get('cookie') ?? '').split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()]];
  });
}
