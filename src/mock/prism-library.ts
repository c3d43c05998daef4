import { createRequire, registerHooks } from 'node:module';

const STAND_INS = new URL('./lazy-libraries.ts', import.meta.url).href;

/** Libraries that Prism imports at its start, with the one whose import it is. */
const LATE_LIBRARIES = new Map([
  ['@faker-js/faker', '/@stoplight/prism-http/'],
  ['postman-collection', '/@stoplight/http-spec/'],
]);

/**
 * Prism, without what it loads for `x-faker` and for Postman collections before there is one.
 *
 * That is a third of its load time and half of its memory. The hook exists only while Prism is required,
 * which is synchronous, so that no other import meets it.
 */
export const { createInstance, NOT_FOUND, ProblemJsonError } = requirePrism();

function requirePrism(): typeof import('@stoplight/prism-http') {
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      isLate(specifier, context.parentURL)
        ? { url: STAND_INS, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context),
  });
  try {
    return createRequire(import.meta.url)('@stoplight/prism-http');
  } finally {
    hooks.deregister();
  }
}

function isLate(specifier: string, importer: string | undefined): boolean {
  const folder = LATE_LIBRARIES.get(specifier);
  return folder !== undefined && importer?.includes(folder) === true;
}
