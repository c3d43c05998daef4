const SHARED = [
  "default-src 'none'",
  "script-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
];

/** Content Security Policy of the pages: scripts and styles of the site alone, and requests to its server alone. https://www.w3.org/TR/CSP3/ */
export const PAGE_POLICY = [...SHARED, "style-src 'self'"].join('; ');

/** Policy of references: Redoc writes styles into the page, and searches in a worker that it makes. */
export const REFERENCE_POLICY = [
  ...SHARED,
  "style-src 'self' 'unsafe-inline'",
  'font-src data:',
  'worker-src blob:',
].join('; ');
