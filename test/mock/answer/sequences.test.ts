import { describe, expect, test } from 'vitest';
import { findDefects } from '../../../src/contract/defects/find-defects.ts';
import { mockOfFiles } from '../../support/mock-of-files.ts';
import { contractOf } from '../../support/test-contract.ts';

const HEAD = 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\n';
const item = '{ type: object, required: [n], properties: { n: { type: integer } } }';
const event = '{ properties: { event: { const: add }, data: { type: string }, id: {} } }';
const NDJSON = 'application/x-ndjson';
const SEQ = 'application/json-seq';
const EVENTS = 'text/event-stream';

async function answerOf(type: string, media: string) {
  const ask = await mockOfFiles({
    'a.yaml': `${HEAD}paths:
  /a: { get: { responses: { 200: { description: A., content: { ${type}: { ${media} } } } } } }
`,
  });
  const response = await ask('/a');
  const violations = JSON.parse(response.headers.get('x-mock-violations') ?? '[]');
  return {
    type: response.headers.get('content-type'),
    text: await response.text(),
    places: violations.map(({ pointer }: { pointer: string }) => pointer),
  };
}

describe('an answer has one value per record', () => {
  test.each<[type: string, media: string, text: string]>([
    [NDJSON, `schema: ${item}, example: [{ n: 1 }, { n: 2 }]`, '{"n":1}\n{"n":2}\n'],
    [NDJSON, `schema: { type: array, items: ${item} }, example: [{ n: 1 }]`, '{"n":1}\n'],
    [NDJSON, `itemSchema: ${item}, example: [{ n: 1 }, { n: 2 }]`, '{"n":1}\n{"n":2}\n'],
    [NDJSON, `schema: ${item}, example: { n: 1 }`, '{"n":1}\n'],
    [NDJSON, `schema: ${item}, example: "{\\"n\\": 1}\\n{\\"n\\": 2}"`, '{"n": 1}\n{"n": 2}'],
    [NDJSON, 'schema: { type: string }, example: hello', '"hello"\n'],
    [NDJSON, `itemSchema: ${item}`, '{"n":0}\n'],
    [NDJSON, `schema: ${item}`, '{"n":0}\n'],
    ['application/jsonl', `schema: ${item}, example: [{ n: 1 }]`, '{"n":1}\n'],
    ['application/jsonlines', `schema: ${item}, example: [{ n: 1 }]`, '{"n":1}\n'],
    ['application/x-json-stream', 'example: [1, 2]', '1\n2\n'],
    ['application/stream+json', 'example: [1, 2]', '1\n2\n'],
    [SEQ, `schema: ${item}, example: [{ n: 1 }, { n: 2 }]`, '\u001E{"n":1}\n\u001E{"n":2}\n'],
    ['application/geo+json-seq', 'example: "1\\n2\\n"', '\u001E1\n\u001E2\n'],
    [SEQ, 'example: "\\x1E1\\n"', '\u001E1\n'],
    [NDJSON, 'example: []', ''],
  ])('in %s with { %s }', async (type, media, text) => {
    expect(await answerOf(type, media)).toEqual({ type, text, places: [] });
  });

  test.each<[media: string, text: string]>([
    [`schema: ${item}, example: [{ n: 1 }, { n: 2 }]`, 'data: {"n":1}\n\ndata: {"n":2}\n\n'],
    [`schema: ${item}, example: { n: 1 }`, 'data: {"n":1}\n\n'],
    [`schema: ${item}`, 'data: {"n":0}\n\n'],
    [
      `itemSchema: ${event}, example: [{ id: 7, data: a, event: add }]`,
      'event: add\nid: 7\ndata: a\n\n',
    ],
    [
      `itemSchema: ${event}, example: [{ event: add, data: { n: 1 } }]`,
      'event: add\ndata: {"n":1}\n\n',
    ],
    [
      `schema: ${event}, example: { event: add, data: "a\\nb" }`,
      'event: add\ndata: a\ndata: b\n\n',
    ],
    [
      `schema: ${item}, example: [{ event: add, retry: 5, data: { n: 1 } }]`,
      'event: add\nretry: 5\ndata: {"n":1}\n\n',
    ],
    ['schema: { type: string }, example: "a\\nb\\n"', 'data: a\ndata: b\n\n'],
    ['schema: { type: string }, example: [a, b]', 'data: a\n\ndata: b\n\n'],
    ['schema: { type: string }', 'data: string\n\n'],
    [
      `schema: ${item}, example: "event: x\\ndata: {\\"n\\": 1}\\n\\ndata: [DONE]\\n"`,
      'event: x\ndata: {"n": 1}\n\ndata: [DONE]\n\n',
    ],
    ['example: ": ping\\n\\n"', ': ping\n\n'],
    [
      `schema: ${event}, example: { event: "add", id: "a\\nb", data: 1 }`,
      'event: add\nid: a b\ndata: 1\n\n',
    ],
  ])('in events with { %s }', async (media, text) => {
    expect(await answerOf(EVENTS, media)).toEqual({ type: EVENTS, text, places: [] });
  });

  test.each<[type: string, media: string, places: string[]]>([
    [NDJSON, `schema: ${item}, example: [{ n: 1 }, { n: x }]`, ['/1/n']],
    [NDJSON, `itemSchema: ${item}, example: [{ n: 1 }, {}]`, ['/1/n']],
    [NDJSON, `schema: ${item}, example: "{}\\n{\\"n\\": 1}\\n"`, ['/0/n']],
    [NDJSON, `schema: ${item}, example: "{\\n"`, ['']],
    [NDJSON, `schema: { type: array, minItems: 2 }, example: [1]`, ['']],
    [EVENTS, `schema: ${item}, example: [{ n: 1 }, { n: x }]`, ['/1/n']],
    [EVENTS, `itemSchema: ${event}, example: [{ event: sub, data: x }]`, ['/0/event']],
    [EVENTS, `schema: ${item}, example: "data: {}\\r\\n\\r\\ndata: {\\"n\\": 1}"`, ['/0/n']],
  ])('whose breach is named, in %s with { %s }', async (type, media, places) => {
    expect((await answerOf(type, media)).places).toEqual(places);
  });
});

describe('a request has one value per record', () => {
  const ask = async (type: string, media: string, body: string) => {
    const send = await mockOfFiles({
      'a.yaml': `${HEAD}paths:
  /a: { post: { requestBody: { content: { ${type}: { ${media} } } }, responses: { 204: { description: A. } } } }
`,
    });
    const response = await send('/a', { method: 'POST', headers: { 'content-type': type }, body });
    const violations = JSON.parse(response.headers.get('x-mock-violations') ?? '[]');
    const places = violations.map(({ pointer }: { pointer: string }) => pointer);
    return [response.status, ...places];
  };

  test.each<[type: string, media: string, body: string, outcome: unknown[]]>([
    [NDJSON, `itemSchema: ${item}`, '{"n":1}\n\n{"n":2}\r\n', [204]],
    [NDJSON, `itemSchema: ${item}`, '{"n":1}\n{"n":"x"}', [422, '/1/n']],
    [NDJSON, `schema: ${item}`, '{"n":1}\n{"n":"x"}', [422, '/1/n']],
    [NDJSON, `schema: { type: array, items: ${item} }`, '{"n":1}\n{"n":"x"}', [422, '/1/n']],
    [NDJSON, `schema: { type: array, maxItems: 1 }`, '1\n2', [422, '']],
    [NDJSON, `schema: { type: string }`, '1\n2', [204]],
    [NDJSON, `itemSchema: ${item}`, '{"n":1}\n{', [400, '']],
    [NDJSON, '', '1\n2', [204]],
    [SEQ, `itemSchema: ${item}`, '\u001E{"n":1}\n\u001E{"n":2}\n', [204]],
    [SEQ, `itemSchema: ${item}`, '\u001E{"n":1}\n\u001E{}\n', [422, '/1/n']],
    [EVENTS, `schema: ${item}`, 'data: {"n":\ndata: 1}\n\n', [204]],
    [EVENTS, `schema: ${item}`, 'data: {"n":1}\n\nid: 1\ndata: {}\n\n', [422, '/1/n']],
    [EVENTS, `itemSchema: ${event}`, ': comment\n\nevent: add\ndata: x\n\n', [204]],
    [EVENTS, `itemSchema: ${event}`, 'event: sub\ndata: x\n\n', [422, '/0/event']],
  ])('in %s with { %s }: %j', async (type, media, body, outcome) => {
    expect(await ask(type, media, body)).toEqual(outcome);
  });

  test('says which line is malformed', async () => {
    const send = await mockOfFiles({
      'a.yaml': `${HEAD}paths:
  /a: { post: { requestBody: { content: { ${NDJSON}: {} } }, responses: { 204: { description: A. } } } }
`,
    });
    const headers = { 'content-type': NDJSON };
    const response = await send('/a', { method: 'POST', headers, body: '1\n2\n{' });
    expect(response.headers.get('x-mock-violations')).toContain('line 3: ');
  });
});

test('examples of a sequence are checked before it is served', () => {
  const content = (media: object) => ({
    paths: { '/a': { get: { responses: { 200: { content: { [NDJSON]: media } } } } } },
  });
  const schema = { type: 'object', required: ['n'] };
  const defectsOf = (example: unknown) =>
    findDefects(contractOf(content({ schema, example }))).map(({ problem }) => problem);
  expect(defectsOf([{ n: 1 }, { n: 2 }])).toEqual([]);
  expect(defectsOf('{"n":1}\n{"n":2}\n')).toEqual([]);
  expect(defectsOf([{ n: 1 }, {}])).toEqual(['"1/n": expected a value, got nothing']);
});
