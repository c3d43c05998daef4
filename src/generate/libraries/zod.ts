import { type WriteCheck, writeChecks } from './checks.ts';
import type { ValidationLibrary } from './library.ts';
import { PATTERNS } from './patterns.ts';
import { RESOLVERS } from './zod-resolvers.ts';

const writeCheck: WriteCheck = (name, { parameters, type, predicate, message }) =>
  `const ${name} = (${parameters}) =>\n    z.refine<${type}>(\n        ${predicate},\n        ${message},\n    );`;

/** Zod in its form for small bundles, https://zod.dev/packages/mini. */
export const ZOD: ValidationLibrary = {
  name: 'zod',
  module: 'zod/mini',
  namespace: 'z',
  plugin: {
    name: 'zod',
    compatibilityVersion: 'mini',
    // Date-times may have an offset other than Z, https://www.rfc-editor.org/rfc/rfc3339#section-5.6.
    dates: { offset: true },
    $resolvers: RESOLVERS,
  },
  additions: new Map([
    ...writeChecks(writeCheck),
    writeFormat('timeWithOffset', `z.regex(${PATTERNS.time})`),
    // Zod's `url` takes white space around it.
    writeFormat('absoluteUri', `z.regex(${PATTERNS.uri}), z.url()`),
    writeFormat('uriReference', `z.regex(${PATTERNS.uriReference})`),
  ]),
};

function writeFormat(name: string, checks: string): [name: string, text: string] {
  return [name, `const ${name} = () =>\n    z.string().check(${checks});`];
}
