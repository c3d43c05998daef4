import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Loads the XML library on first use: few contracts need it, and callers cannot await an `import`.
 */
export function requireXmlLibrary(): typeof import('fast-xml-parser') {
  return require('fast-xml-parser');
}
