import { createRequire } from 'node:module';

/** Stands in for the `faker` of `@faker-js/faker` until a schema asks for one of its generators with `x-faker`. */
export const faker = new Proxy({}, { get: (_, name) => Reflect.get(requireFaker(), name) });

/** Requires the version that Prism would get, because it is no dependency of this package. */
function requireFaker(): object {
  const require = createRequire(import.meta.resolve('@stoplight/prism-http'));
  const library: { faker: object } = require('@faker-js/faker');
  return library.faker;
}
