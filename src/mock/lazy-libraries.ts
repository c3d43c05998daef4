import { createRequire } from 'node:module';

/** Stands in for the `faker` of `@faker-js/faker` until a schema asks for one of its generators with `x-faker`. */
export const faker = new Proxy({}, { get: (_, name) => Reflect.get(requireFaker(), name) });

/** Stands in for the `Collection` of `postman-collection`, which nothing but a Postman collection needs. */
export const Collection = new Proxy(class {}, {
  construct: (_, args) => Reflect.construct(requireCollection(), args),
});

function requireFaker(): object {
  const library: { faker: object } = requireAs('@stoplight/prism-http', '@faker-js/faker');
  return library.faker;
}

function requireCollection(): new () => object {
  const library: { Collection: new () => object } = requireAs(
    '@stoplight/http-spec',
    'postman-collection',
  );
  return library.Collection;
}

/** Requires the version that another library would get, because these are no dependencies of this package. */
function requireAs(library: string, name: string) {
  return createRequire(import.meta.resolve(library))(name);
}
