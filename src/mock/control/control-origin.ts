/**
 * Whether a text is the origin of a web page, as browsers write it in `Origin`: scheme, host and port, the usual port left out.
 * See https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin.
 */
export function isPageOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ['http:', 'https:'].includes(url.protocol) && url.origin === text;
}

/** Says what an origin should be, and what was found. */
export function describeBadOrigin(found: string): string {
  const { origin = 'null' } = URL.parse(found) ?? {};
  const advice = isPageOrigin(origin) ? ` Its origin is "${origin}".` : '';
  return `expected an origin such as "http://localhost:5173", a scheme and a host without a path, found "${found}".${advice}`;
}
