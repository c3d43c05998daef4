import type { Plugin } from '@redocly/openapi-core';
import { clientErrorExample } from './client-error-example.ts';
import { documentedExampleFirst } from './documented-example-first.ts';
import { enforceableSchema } from './enforceable-schema.ts';
import { exampleMatchesSchema } from './example-matches-schema.ts';
import { operationSuccessExample } from './operation-success-example.ts';
import { parameterExample } from './parameter-example.ts';
import { provenance } from './provenance.ts';
import { stringFormat } from './string-format.ts';

/** Redocly plugin with the rules of these contracts, named `share/<rule>`. */
export default function sharePlugin(): Plugin {
  return {
    id: 'share',
    rules: {
      oas3: {
        'client-error-example': clientErrorExample,
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
