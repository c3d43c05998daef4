import type { HttpResponse } from '../http/message.ts';

/** Nothing but what the server itself serves, no script or style within the page, and no frame around it: https://www.w3.org/TR/CSP3/. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Answers with the page of the console, whose files are below `base`; the path of the control API is above that. */
export function writePage(
  template: string,
  { base, hasDocs }: { readonly base: string; readonly hasDocs: boolean },
): HttpResponse {
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
      vary: 'accept',
    },
    body: template.replaceAll('{{base}}', base).replaceAll('{{docs}}', hasDocs ? '/docs/' : ''),
  };
}
