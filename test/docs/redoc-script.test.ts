import { describe, expect, test } from 'vitest';
import { DocsError } from '../../src/docs/docs-error.ts';
import { preparePlainScript, readRedoc } from '../../src/docs/reference/redoc-script.ts';

const EXPORT = ';export{RedocStandalone,hydrate,init};';

describe('preparePlainScript', () => {
  test('makes a script of a module', () => {
    expect(preparePlainScript(`const init=1${EXPORT}\n`)).toBe('const init=1;');
    expect(preparePlainScript(`import.meta.url${EXPORT}`)).toBe('({ url: document.baseURI }).url;');
  });

  test('puts an image into the place of the logo', () => {
    const script = preparePlainScript(`x=\`https://cdn.redoc.ly/redoc/logo-mini.svg\`${EXPORT}`);
    expect(script).toMatch(/x=`data:image\/svg\+xml,%3Csvg[^`"']*`;$/);
  });

  test('empties the addresses of telemetry and icons, and keeps links', () => {
    const link = '<a href="https://redocly.com/redoc/">Redocly</a>';
    const script = `"https://otel.cloud.redocly.com/v1/traces",\`https://cdn.redocly.com/icons/fa/7.0.0\`${link}`;
    expect(preparePlainScript(script + EXPORT)).toBe(`"data:,",\`data:,\`${link};`);
  });

  test.each(['const a = 1;', 'export{hydrate};'])('refuses "%s", which has no init', (module) => {
    expect(() => preparePlainScript(module)).toThrow(DocsError);
  });
});

describe('readRedoc', () => {
  test('reads the script of the package that is installed', async () => {
    const script = await readRedoc();
    expect(script).toContain('Version: 3.');
    expect(script).toContain('function init(');
    expect(script).not.toMatch(/import\.meta|https:\/\/(?:cdn|otel)\b/);
  });
});
