import type { Plugin } from '@redocly/openapi-core';
import { CONFIGURATIONS } from './configurations.ts';
import { clientErrorExample } from './rules/client-error-example.ts';
import { clientExtensions } from './rules/client-extensions.ts';
import { documentedExampleFirst } from './rules/documented-example-first.ts';
import { enforceableSchema } from './rules/enforceable-schema.ts';
import {
  exampleMatchesSchema,
  responseExampleMatchesSchema,
} from './rules/example-matches-schema.ts';
import { operationSuccessExample } from './rules/operation-success-example.ts';
import { parameterExample } from './rules/parameter-example.ts';
import { provenance } from './rules/provenance.ts';
import { stringFormat } from './rules/string-format.ts';

/**
 * Redocly plugin with rules named `share/<rule>`, and the configurations `share/recommended`, `share/strict` and
 * `share/provenance` to extend, https://redocly.com/docs/cli/custom-plugins.
 */
export default function sharePlugin(): Plugin {
  return {
    id: 'share',
    configs: CONFIGURATIONS,
    rules: {
      oas2: {
        'enforceable-schema': enforceableSchema,
        'example-matches-schema': responseExampleMatchesSchema,
      },
      oas3: {
        'client-error-example': clientErrorExample,
        'client-extensions': clientExtensions,
        'documented-example-first': documentedExampleFirst,
        'enforceable-schema': enforceableSchema,
        'example-matches-schema': exampleMatchesSchema,
        'operation-success-example': operationSuccessExample,
        'parameter-example': parameterExample,
        provenance,
        'string-format': stringFormat,
      },
    },
  };
}
