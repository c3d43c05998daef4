import { createRequire, registerHooks } from 'node:module';

const FAKER = new URL('./lazy-faker.ts', import.meta.url).href;
const IMPORTER = '/@stoplight/prism-http/';

/**
 * Prism's negotiation, without its routing and checks and without faker, which it loads for `x-faker` alone.
 *
 * That is two thirds of its load time and of its memory. Negotiation is called directly, not through
 * `createInstance`: a promise on the way would let another request set the generator's seed meanwhile.
 */
export const { mock, resetJSONSchemaGenerator, NOT_FOUND, ProblemJsonError } = requirePrism();

function requirePrism() {
  // The hook exists only while Prism is required, which is synchronous, so that no other import meets it.
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === '@faker-js/faker' && context.parentURL?.includes(IMPORTER) === true
        ? { url: FAKER, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context),
  });
  try {
    const require = createRequire(import.meta.url);
    const mocker: typeof import('@stoplight/prism-http/dist/mocker/index.js') = require('@stoplight/prism-http/dist/mocker/index.js');
    const errors: typeof import('@stoplight/prism-http/dist/mocker/errors.js') = require('@stoplight/prism-http/dist/mocker/errors.js');
    const types: typeof import('@stoplight/prism-http/dist/types.js') = require('@stoplight/prism-http/dist/types.js');
    return {
      mock: mocker.default,
      resetJSONSchemaGenerator: mocker.resetJSONSchemaGenerator,
      NOT_FOUND: errors.NOT_FOUND,
      ProblemJsonError: types.ProblemJsonError,
    };
  } finally {
    hooks.deregister();
  }
}
