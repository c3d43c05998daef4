import { createRequire, Module } from 'node:module';

type Negotiation = typeof import('@stoplight/prism-http/dist/mocker/index.js');
type Errors = typeof import('@stoplight/prism-http/dist/mocker/errors.js');
type Types = typeof import('@stoplight/prism-http/dist/types.js');

/** The parts that we use of Prism's generators. */
interface Generator {
  resetGenerator(): void;
}

/** The parts that we use of json-schema-faker. */
interface SchemaFaker {
  option(name: string, value: unknown): void;
  /** Gets the faker instance that `x-faker` uses. */
  locate(name: 'faker'): { seed(seed: number): void; setDefaultRefDate(date: string): void };
}

const LIBRARY = '@stoplight/prism-http';
const NEGOTIATION = `${LIBRARY}/dist/mocker/index.js`;
const GENERATOR = `${LIBRARY}/dist/mocker/generator/JSONSchema.js`;

const require = createRequire(import.meta.url);
// Resolves to Prism's own copies: another copy of a package would have separate global options.
const requireForPrism = createRequire(require.resolve(LIBRARY));

const log = { logRequest: () => {}, logResponse: () => {} };
const faker = lazyModule(() => requireForPrism('@faker-js/faker').faker);

/**
 * Prism's negotiation, without its routing, validation, callbacks and log; its generators load when
 * a response first lacks an example. It loads in a quarter of the time of all of Prism, and takes
 * 40 MB instead of 98 MB (November 2026).
 *
 * It is called directly because `createInstance` is asynchronous: another request could set the
 * global seed of the generator in between.
 */
const negotiation: Negotiation = requireWithStubs(NEGOTIATION, {
  [require.resolve(GENERATOR)]: lazyModule(requireGenerator),
  [require.resolve(`${LIBRARY}/dist/utils/logger.js`)]: log,
  // Used only for callbacks, which `toPrismOperation` removes.
  [require.resolve(`${LIBRARY}/dist/mocker/callback/callbacks.js`)]: {},
  [require.resolve(`${LIBRARY}/dist/validator/validators/body.js`)]: {},
  [require.resolve(`${LIBRARY}/dist/validator/validators/headers.js`)]: {},
});
const errors: Errors = require(`${LIBRARY}/dist/mocker/errors.js`);
const types: Types = require(`${LIBRARY}/dist/types.js`);

// With their types by name: a declaration file that spells one out imports what Prism depends on, and we do not.
export const mock: Negotiation['default'] = negotiation.default;
export const NOT_FOUND: Errors['NOT_FOUND'] = errors.NOT_FOUND;
export const ProblemJsonError: Types['ProblemJsonError'] = types.ProblemJsonError;

/** Resets the options of Prism's generators to Prism's defaults. */
export function resetGenerator(): void {
  requireGenerator().resetGenerator();
}

/** Loads Prism's copy of json-schema-faker. */
export function requireSchemaFaker(): SchemaFaker {
  return requireForPrism('json-schema-faker').JSONSchemaFaker;
}

/** Makes a value of a schema as Prism does without random data; `undefined` if it cannot. */
export function sample(schema: unknown, document: unknown): unknown {
  try {
    return requireForPrism('@stoplight/json-schema-sampler').sample(schema, {}, document);
  } catch {
    return undefined;
  }
}

let generator: Generator | undefined;

/** Requires Prism's generators; faker loads when `x-faker` first needs it. */
function requireGenerator(): Generator {
  const requireForFaker = createRequire(requireForPrism.resolve('json-schema-faker'));
  generator ??= requireWithStubs<Generator>(GENERATOR, {
    [requireForPrism.resolve('@faker-js/faker')]: { faker },
    // Schemas for random data refer to no other files.
    [requireForFaker.resolve('json-schema-ref-parser')]: {},
  });
  return generator;
}

/** Stub that loads the real module when one of its exports is first read. */
function lazyModule(load: () => object): object {
  return new Proxy({}, { get: (_, name) => Reflect.get(load(), name) });
}

/** Requires a module with stubs for some of its imports, and removes all from the cache again. */
function requireWithStubs<Exports>(name: string, stubs: Readonly<Record<string, object>>): Exports {
  const isLoaded = require.cache[require.resolve(name)] !== undefined;
  if (isLoaded) return require(name);
  const stubbed = Object.entries(stubs)
    .filter(([file, exports]) => addStub(file, exports))
    .map(([file]) => file);
  try {
    return require(name);
  } finally {
    for (const file of [...stubbed, require.resolve(name)]) delete require.cache[file];
  }
}

/** Adds a stub to the cache; `false` if the module is loaded already. */
function addStub(file: string, exports: object): boolean {
  if (require.cache[file] !== undefined) return false;
  const stub = new Module(file);
  stub.exports = exports;
  stub.loaded = true;
  require.cache[file] = stub;
  return true;
}
