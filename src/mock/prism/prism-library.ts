import { createRequire, Module } from 'node:module';

type Negotiation = typeof import('@stoplight/prism-http/dist/mocker/index.js');
type Errors = typeof import('@stoplight/prism-http/dist/mocker/errors.js');
type Types = typeof import('@stoplight/prism-http/dist/types.js');

/** What is used of Prism's generators. */
interface Generator {
  resetGenerator(): void;
}

/** What is used of json-schema-faker. */
interface SchemaFaker {
  option(name: string, value: unknown): void;
  /** The instance of faker that `x-faker` calls. */
  locate(name: 'faker'): { seed(seed: number): void; setDefaultRefDate(date: string): void };
}

const LIBRARY = '@stoplight/prism-http';
const NEGOTIATION = `${LIBRARY}/dist/mocker/index.js`;
const GENERATOR = `${LIBRARY}/dist/mocker/generator/JSONSchema.js`;

const require = createRequire(import.meta.url);
// Prism's own copies: another one of the same package would have options of its own.
const requireForPrism = createRequire(require.resolve(LIBRARY));

const log = { logRequest: () => {}, logResponse: () => {} };
const faker = later(() => requireForPrism('@faker-js/faker').faker);

/**
 * Prism's negotiation, without its routing, its checks and its callbacks, without its log, and without its
 * generators before a response lacks an example: a third of Prism's load time and of its memory.
 *
 * Negotiation is called directly, not through `createInstance`: a promise on the way would let another request set
 * the generator's seed meanwhile.
 */
export const { default: mock }: Negotiation = requireWith(NEGOTIATION, {
  [require.resolve(GENERATOR)]: later(requireGenerator),
  [require.resolve(`${LIBRARY}/dist/utils/logger.js`)]: log,
  // For the sake of callbacks, which every operation is stripped of.
  [require.resolve(`${LIBRARY}/dist/mocker/callback/callbacks.js`)]: {},
  [require.resolve(`${LIBRARY}/dist/validator/validators/body.js`)]: {},
  [require.resolve(`${LIBRARY}/dist/validator/validators/headers.js`)]: {},
});
export const { NOT_FOUND }: Errors = require(`${LIBRARY}/dist/mocker/errors.js`);
export const { ProblemJsonError }: Types = require(`${LIBRARY}/dist/types.js`);

/** Sets the options of Prism's generator of random data back to what they are in Prism. */
export function resetGenerator(): void {
  requireGenerator().resetGenerator();
}

/** Loads json-schema-faker, Prism's own copy. */
export function requireSchemaFaker(): SchemaFaker {
  return requireForPrism('json-schema-faker').JSONSchemaFaker;
}

let generator: Generator | undefined;

/** Requires Prism's generators, without faker before `x-faker` asks for it. */
function requireGenerator(): Generator {
  const requireForFaker = createRequire(requireForPrism.resolve('json-schema-faker'));
  generator ??= requireWith<Generator>(GENERATOR, {
    [requireForPrism.resolve('@faker-js/faker')]: { faker },
    // Random data is made from schemas that refer to no other file.
    [requireForFaker.resolve('json-schema-ref-parser')]: {},
  });
  return generator;
}

/** Stands in for the exports of a module until one of them is asked for. */
function later(load: () => object): object {
  return new Proxy({}, { get: (_, name) => Reflect.get(load(), name) });
}

/** Requires a module with stand-ins for others by their files, and leaves no trace of them to other users of Prism. */
function requireWith<Exports>(name: string, standIns: Readonly<Record<string, object>>): Exports {
  const isThere = require.cache[require.resolve(name)] !== undefined;
  if (isThere) return require(name);
  const placed = Object.entries(standIns)
    .filter(([file, exports]) => place(file, exports))
    .map(([file]) => file);
  try {
    return require(name);
  } finally {
    for (const file of [...placed, require.resolve(name)]) delete require.cache[file];
  }
}

/** Puts a stand-in where a module would be; false where the module itself is there already. */
function place(file: string, exports: object): boolean {
  if (require.cache[file] !== undefined) return false;
  const standIn = new Module(file);
  standIn.exports = exports;
  standIn.loaded = true;
  require.cache[file] = standIn;
  return true;
}
