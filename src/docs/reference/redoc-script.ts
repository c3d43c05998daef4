import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { adviseInstall } from '../../text/advise-install.ts';
import { DocsError } from '../docs-error.ts';
import { inlineText } from '../layout/inline-image.ts';

const REDOCLY = '@redocly/cli';

/** Path of the script in the site. */
export const REDOC_SCRIPT = 'assets/redoc.js';

/** Addresses in the script of Redoc: its logo, icons and telemetry. */
const EXTERNAL_ADDRESS =
  /https:\/\/(?:cdn\.redoc\.ly|cdn\.redocly\.com|otel\.cloud\.redocly\.com)[^\s"'`]*/g;
/** What only a module may have; browsers load no modules from files. */
const MODULE_EXPORT = /export\{([^{}]*)\};?\s*$/;

/**
 * Reads the script of Redoc that comes with Redocly CLI, as a script that is no module and names no address to load from.
 *
 * Rejects with DocsError where it is not installed, or is not as expected.
 */
export async function readRedoc(): Promise<string> {
  return preparePlainScript(await readFile(findScript(), 'utf8'));
}

/** Makes a script of a module that exports `init`, without addresses of other hosts. Throws DocsError for another one. */
export function preparePlainScript(module: string): string {
  const exported = MODULE_EXPORT.exec(module);
  if (exported === null || !exported[1]?.split(',').includes('init')) {
    throw new DocsError(
      `Expected the script of Redoc in ${REDOCLY} to export "init", found ${exported?.[0] ?? 'no exports'}.`,
    );
  }
  return module
    .slice(0, exported.index)
    .replaceAll('import.meta', '({ url: document.baseURI })')
    .replace(EXTERNAL_ADDRESS, (address) =>
      address.includes('logo') ? inlineText('Redocly', 12) : 'data:,',
    );
}

function findScript(): string {
  try {
    const manifest = createRequire(import.meta.url).resolve(`${REDOCLY}/package.json`);
    return join(dirname(manifest), 'lib', 'chunks', 'redoc.standalone.js');
  } catch (error) {
    throw new DocsError(
      `Expected ${REDOCLY}, which makes the pages, found none. ${adviseInstall(REDOCLY)}`,
      { cause: error },
    );
  }
}
