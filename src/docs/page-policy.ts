/**
 * Content Security Policy of every page: scripts and styles of the page itself, images and fonts as data,
 * and no request to anywhere, https://www.w3.org/TR/CSP3/.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');
