import { describe, expect, test } from 'vitest';
import { decodeForm } from '../../../src/contract/decode/decode-form.ts';
import type { FieldEncoding } from '../../../src/contract/model/contract.ts';
import type { JsonSchema, SchemaObject } from '../../../src/contract/model/json-schema.ts';

const integer: JsonSchema = { type: 'integer' };
const point: JsonSchema = { type: 'object', properties: { x: integer, y: integer } };
const schema: SchemaObject = {
  type: 'object',
  properties: {
    at: point,
    path: { type: 'array', items: point },
    ids: { type: 'array', items: integer },
    note: { type: 'string' },
    any: { type: 'object' },
  },
};

function decode(
  sent: string,
  encoding: Record<string, FieldEncoding> = {},
  more: object = {},
): unknown {
  const media = {
    type: 'application/x-www-form-urlencoded',
    schema: { pointer: '', schema: { ...schema, ...more } },
    examples: [],
    encoding: new Map(Object.entries(encoding)),
  };
  return decodeForm(new URLSearchParams(sent), media, (same) => same);
}

describe('a field without encoding', () => {
  test.each<[sent: string, value: unknown]>([
    ['at={"x":1,"y":2}', { at: { x: 1, y: 2 } }],
    ['at=1,2', { at: '1,2' }],
    ['path={"x":1}&path={"x":2}', { path: [{ x: 1 }, { x: 2 }] }],
    ['path={"x":1}', { path: [{ x: 1 }] }],
    ['path=[{"x":1}]', { path: [{ x: 1 }] }],
    ['at={}&at={}', { at: [{}, {}] }],
    ['note={"x":1}', { note: '{"x":1}' }],
    ['more=1', { more: '1' }],
    ['x=1', { x: '1' }],
    ['__proto__=1', JSON.parse('{"__proto__":"1"}')],
  ])('of %s is %j', (sent, value) => {
    expect(decode(sent)).toStrictEqual(value);
  });

  test('that only additionalProperties describes has their type', () => {
    expect(decode('more=1', {}, { additionalProperties: integer })).toStrictEqual({ more: 1 });
  });
});

describe('a field with encoding', () => {
  test.each<[encoding: FieldEncoding, name: string, sent: string, value: unknown]>([
    [{ style: 'deepObject', explode: true }, 'at', 'at[x]=1&at[y]=2', { at: { x: 1, y: 2 } }],
    [{ style: 'form' }, 'at', 'x=1&y=2&z=3', { at: { x: 1, y: 2 }, z: '3' }],
    [{ explode: true }, 'any', 'a=1&note=2', { any: { a: '1' }, note: '2' }],
    [{ explode: false }, 'at', 'at=x,1,y,2', { at: { x: 1, y: 2 } }],
    [{ explode: false }, 'ids', 'ids=1,2', { ids: [1, 2] }],
    [{ style: 'pipeDelimited' }, 'ids', 'ids=1|2', { ids: [1, 2] }],
    [{ style: 'spaceDelimited' }, 'ids', 'ids=1+2', { ids: [1, 2] }],
    [{ contentType: 'application/json' }, 'ids', 'ids=[1,2]', { ids: [1, 2] }],
    [{ contentType: 'application/json' }, 'note', 'note={"a":1}', { note: { a: 1 } }],
    [{ contentType: 'text/plain' }, 'note', 'note={"a":1}', { note: '{"a":1}' }],
  ])('%j of %s reads %s as %j', (encoding, name, sent, value) => {
    expect(decode(sent, { [name]: encoding })).toStrictEqual(value);
  });
});
