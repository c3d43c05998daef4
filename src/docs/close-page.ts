import { DocsError } from './docs-error.ts';
import { inlineText } from './inline-image.ts';

/** Addresses that Redoc's script knows: its logo, icons and telemetry. */
const OUTSIDE_ADDRESS =
  /https:\/\/(?:cdn\.redoc\.ly|cdn\.redocly\.com|otel\.cloud\.redocly\.com)[^\s"'`]*/g;

/**
 * A page of Redoc without any address that its script could ask for something.
 *
 * The page's policy forbids such requests anyway; without the addresses the browser's console stays clean
 * and the logo is shown. Throws DocsError when Redoc would send telemetry.
 */
export function closePage(html: string): string {
  if (!html.includes('"disableTelemetry":true')) {
    throw new DocsError(
      'Redoc made a page with telemetry. Expected "disableTelemetry":true in it.',
    );
  }
  return html.replace(OUTSIDE_ADDRESS, (address) =>
    address.includes('logo') ? inlineText('Redocly', 12) : 'data:,',
  );
}
