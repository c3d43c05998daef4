import { describe, expect, test } from 'vitest';
import { DocsError } from '../../src/docs/docs-error.ts';
import { removeExternalAddresses } from '../../src/docs/remove-external-addresses.ts';

const QUIET = '{"disableTelemetry":true}';

describe('removeExternalAddresses', () => {
  test('puts an image into the place of the logo', () => {
    const page = removeExternalAddresses(
      `${QUIET} src:\`https://cdn.redoc.ly/redoc/logo-mini.svg\``,
    );
    expect(page).toMatch(/src:`data:image\/svg\+xml,%3Csvg[^`"']*`$/);
  });

  test('empties the addresses of telemetry and icons', () => {
    const script =
      '"https://otel.cloud.redocly.com/v1/traces",`https://cdn.redocly.com/icons/fa/7.0.0`';
    expect(removeExternalAddresses(QUIET + script)).toBe(`${QUIET}"data:,",\`data:,\``);
  });

  test('keeps links', () => {
    const link = `${QUIET}<a href="https://redocly.com/redoc/">Redocly</a>`;
    expect(removeExternalAddresses(link)).toBe(link);
  });

  test('refuses a page with telemetry', () => {
    expect(() => removeExternalAddresses('{"disableTelemetry":false}')).toThrow(DocsError);
  });
});
