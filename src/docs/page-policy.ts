/**
 * Content Security Policy of every page: inline scripts and styles, images and fonts as data, and
 * no requests. https://www.w3.org/TR/CSP3/
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
