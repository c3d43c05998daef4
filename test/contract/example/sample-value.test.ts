import { expect, test } from 'vitest';
import { sampleValue } from '../../../src/contract/example/sample-value.ts';
import type { JsonSchema } from '../../../src/contract/model/json-schema.ts';

test.each<[schema: JsonSchema | undefined, value: unknown]>([
  [undefined, 'name'],
  [true, 'name'],
  [{}, 'name'],
  [{ type: 'string' }, 'name'],
  [{ const: 2 }, 2],
  [{ type: 'string', enum: ['a', 'b'] }, 'a'],
  [{ type: 'integer' }, 1],
  [{ type: ['number', 'null'], minimum: 0 }, 0],
  [{ type: 'boolean' }, true],
  [{ type: 'array', items: { type: 'integer' } }, [1]],
  [{ properties: { a: { type: 'integer' }, b: { type: 'string' } } }, { a: 1, b: 'b' }],
])('sample of %j is %j', (schema, value) => {
  expect(sampleValue(schema, 'name')).toEqual(value);
});
