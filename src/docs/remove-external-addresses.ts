import { DocsError } from './docs-error.ts';
import { inlineText } from './inline-image.ts';

/** Addresses in the script of Redoc: its logo, icons and telemetry. */
const EXTERNAL_ADDRESS =
  /https:\/\/(?:cdn\.redoc\.ly|cdn\.redocly\.com|otel\.cloud\.redocly\.com)[^\s"'`]*/g;

/**
 * Removes the external addresses from a Redoc page.
 *
 * The Content Security Policy of the page blocks such requests anyway; removing them keeps the
 * browser console clean and shows a logo. Throws DocsError if Redoc would send telemetry.
 */
export function removeExternalAddresses(html: string): string {
  if (!html.includes('"disableTelemetry":true')) {
    throw new DocsError(
      'Redoc made a page with telemetry. Expected "disableTelemetry":true in it.',
    );
  }
  return html.replace(EXTERNAL_ADDRESS, (address) =>
    address.includes('logo') ? inlineText('Redocly', 12) : 'data:,',
  );
}
