import { createRequire, Module } from 'node:module';
import { faker } from './lazy-faker.ts';

type Negotiation = typeof import('@stoplight/prism-http/dist/mocker/index.js');
type Errors = typeof import('@stoplight/prism-http/dist/mocker/errors.js');
type Types = typeof import('@stoplight/prism-http/dist/types.js');

const LIBRARY = '@stoplight/prism-http';
const NEGOTIATION = `${LIBRARY}/dist/mocker/index.js`;
const GENERATOR = `${LIBRARY}/dist/mocker/generator/JSONSchema.js`;

/** What it calls to write into its log, which is silent. */
const LOG = `${LIBRARY}/dist/utils/logger.js`;
/** Files that negotiation imports for the sake of callbacks, which every operation is stripped of. */
const UNUSED = [
  `${LIBRARY}/dist/mocker/callback/callbacks.js`,
  `${LIBRARY}/dist/validator/validators/body.js`,
  `${LIBRARY}/dist/validator/validators/headers.js`,
];

const require = createRequire(import.meta.url);

/**
 * Prism's negotiation, without its routing, its checks and its callbacks, and without faker before `x-faker` asks
 * for it: a fifth of Prism's load time and a third of its memory.
 *
 * Negotiation is called directly, not through `createInstance`: a promise on the way would let another request set
 * the generator's seed meanwhile.
 */
export const { default: mock, resetJSONSchemaGenerator } = requireNegotiation();
export const { NOT_FOUND }: Errors = require(`${LIBRARY}/dist/mocker/errors.js`);
export const { ProblemJsonError }: Types = require(`${LIBRARY}/dist/types.js`);

/** Requires it with stand-ins for what it does not need, and leaves no trace of them to other users of Prism. */
function requireNegotiation(): Negotiation {
  const isThere = require.cache[require.resolve(NEGOTIATION)] !== undefined;
  if (isThere) return require(NEGOTIATION);
  const prism = createRequire(require.resolve(LIBRARY));
  const fakerFile = prism.resolve('@faker-js/faker');
  // Random data is made from schemas that refer to no other file.
  const parser = createRequire(prism.resolve('json-schema-faker')).resolve(
    'json-schema-ref-parser',
  );
  const unused = [...UNUSED.map((file) => require.resolve(file)), parser];
  const placed = [
    ...unused.filter((file) => place(file, {})),
    ...[fakerFile].filter((file) => place(file, { faker })),
    ...[require.resolve(LOG)].filter((file) =>
      place(file, { logRequest, logResponse: logRequest }),
    ),
  ];
  try {
    return require(NEGOTIATION);
  } finally {
    const importers = [NEGOTIATION, GENERATOR].map((file) => require.resolve(file));
    for (const file of [...placed, ...importers]) delete require.cache[file];
  }
}

function logRequest(): void {}

/** Puts a stand-in where a module would be; false where the module itself is there already. */
function place(file: string, exports: object): boolean {
  if (require.cache[file] !== undefined) return false;
  const standIn = new Module(file);
  standIn.exports = exports;
  standIn.loaded = true;
  require.cache[file] = standIn;
  return true;
}
