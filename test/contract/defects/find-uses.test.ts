import { expect, test } from 'vitest';
import { createUseFinder } from '../../../src/contract/defects/find-uses.ts';

test.each([
  ['/paths/~1a/get/responses/200/content', 'GET /a 200'],
  ['/paths/~1a/query/requestBody', 'QUERY /a request'],
  ['/paths/~1a/additionalOperations/COPY/responses/201', 'COPY /a 201'],
  ['/paths/~1a/additionalOperations/LINK/parameters/0', 'link request'],
  ['/components/mediaTypes/Thing/schema', 'COPY /a 201'],
])('%s is used by %s', (pointer, use) => {
  const thing = { content: { 'application/json': { $ref: '#/components/mediaTypes/Thing' } } };
  const document = {
    paths: {
      '/a': {
        get: {},
        query: {},
        additionalOperations: {
          COPY: { responses: { 201: thing } },
          LINK: { operationId: 'link' },
        },
      },
    },
    components: { mediaTypes: { Thing: { schema: {} } } },
  };
  expect(createUseFinder(document)(pointer)).toEqual([use]);
});
