import { describe, expect, test } from 'vitest';
import { mockOfFiles } from '../../support/mock-of-files.ts';

/** Numbers that no double keeps, nested and in lists. */
const VALUE =
  '{"id":12345678901234567890,"list":[9007199254740993,-9007199254740995],"in":{"pi":3.14159265358979323846}}';
const schema = '{"type":"object","required":["id"],"properties":{"id":{"type":"integer"}}}';
const info = '"info":{"title":"T","version":"1"}';

function openapi(content: string, more = ''): string {
  return `{"openapi":"3.1.0",${info},"paths":{"/a":{"get":{"responses":{"200":{"description":"A.","content":{${content}}}}}}}${more}}`;
}

const json = (media: string) => openapi(`"application/json":{"schema":${schema},${media}}`);

async function answerOf(files: Readonly<Record<string, string>>, headers: HeadersInit = {}) {
  const response = await (await mockOfFiles(files))('/a', { headers });
  return [response.headers.get('x-mock-violations'), await response.text()];
}

describe('an example keeps the digits of its numbers', () => {
  test.each<[from: string, files: Record<string, string>]>([
    ['JSON', { 'a.json': json(`"example":${VALUE}`) }],
    ['YAML', { 'a.yaml': json(`"example":${VALUE.replaceAll(':', ': ')}`) }],
    ['a named example', { 'a.json': json(`"examples":{"x":{"value":${VALUE}}}`) }],
    [
      'a component',
      {
        'a.json': openapi(
          `"application/json":{"schema":${schema},"examples":{"x":{"$ref":"#/components/examples/X"}}}`,
          `,"components":{"examples":{"X":{"value":${VALUE}}}}`,
        ),
      },
    ],
    [
      'a file of its own',
      { 'a.json': json('"examples":{"x":{"externalValue":"x.json"}}'), 'x.json': VALUE },
    ],
    [
      'a file that it refers to',
      { 'a.json': json('"example":{"$ref":"x.json#/v"}'), 'x.json': `{"v":${VALUE}}` },
    ],
    [
      'a Swagger 2.0 file',
      {
        'a.json': `{"swagger":"2.0",${info},"produces":["application/json"],"paths":{"/a":{"get":{"responses":{"200":{"description":"A.","schema":${schema},"examples":{"application/json":${VALUE}}}}}}}}`,
      },
    ],
  ])('from %s', async (_from, files) => {
    expect(await answerOf(files)).toEqual([null, VALUE]);
  });

  test('and breaks its schema like any other', async () => {
    const strict = '{"properties":{"id":{"type":"integer","maximum":9007199254740993}}}';
    const file = openapi(`"application/json":{"schema":${strict},"example":${VALUE}}`);
    const [violations, text] = await answerOf({ 'a.json': file });
    expect(JSON.parse(violations ?? '')).toMatchObject([{ pointer: '/id', keyword: 'maximum' }]);
    expect(text).toBe(VALUE);
  });

  test('in XML', async () => {
    const file = openapi(
      `"application/xml":{"schema":${schema},"example":{"id":9007199254740993}}`,
    );
    expect((await answerOf({ 'a.json': file }))[1]).toContain('<id>9007199254740993</id>');
  });
});

describe('an answer that is made from a schema', () => {
  test.each([
    'type: integer, default: 9007199254740993, maximum: 18446744073709551615',
    'type: integer, examples: [9007199254740993]',
    'enum: [9007199254740993]',
    'const: 9007199254740993',
  ])('keeps the digits of { %s }', async (property) => {
    const file = openapi(
      `application/json: { schema: { type: object, properties: { id: { ${property} } } } }`,
    );
    const yaml = file.replaceAll('":', '": ');
    expect(await answerOf({ 'a.yaml': yaml })).toEqual([null, '{"id":9007199254740993}']);
  });
});

test('numbers that a double keeps are written as ever', async () => {
  const file = json('"example":{"id":10000000000000000000,"a":1.50,"b":0.1,"c":1E2}');
  expect((await answerOf({ 'a.json': file }))[1]).toBe(
    '{"id":10000000000000000000,"a":1.5,"b":0.1,"c":100}',
  );
});
