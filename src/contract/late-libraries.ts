import { createRequire } from 'node:module';

type XmlLibrary = typeof import('fast-xml-parser');
type Upgrader = typeof import('@scalar/openapi-upgrader/2.0-to-3.0');

// Libraries that few contracts need are loaded on first use, by functions that may not wait: so not by `import`.
const require = createRequire(import.meta.url);

export function requireXmlLibrary(): XmlLibrary {
  return require('fast-xml-parser');
}

export function requireUpgrader(): Upgrader {
  return require('@scalar/openapi-upgrader/2.0-to-3.0');
}
