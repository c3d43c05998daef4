import { describe, expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { serveFiles } from '../../support/serve-files.ts';
import { writeFiles } from '../../support/write-files.ts';

const HEAD = 'openapi: 3.0.3\ninfo: { title: T, version: "1" }\n';
const GOOD = '  /good: { get: { responses: { "204": { description: D } } } }\n';
const RESPONSES = 'responses: { "204": { description: D } }';

interface Case {
  /** Text after the head and one good path. */
  readonly text: string;
  /** Place and message. */
  readonly line: string;
  /** Answer to `GET /a`: its status and, for one that names the flaw, part of its detail. */
  readonly answer: readonly [status: number, detail?: string];
}

const CASES: Readonly<Record<string, Case>> = {
  'a path item that leads nowhere': {
    text: '  /a: { $ref: no.yaml }\n',
    line: 'a.yaml:5:9: cannot follow "no.yaml": no.yaml: expected a file, found nothing. Correct the reference.',
    answer: [500, '#/paths/~1a: cannot follow "no.yaml"'],
  },
  'a path item that is null': {
    text: '  /a:\n',
    line: 'a.yaml:5:3: expected an object as path item, found null.',
    answer: [500, '#/paths/~1a: expected an object as path item, found null'],
  },
  'a path item that is a list': {
    text: '  /a: []\n',
    line: 'a.yaml:5:3: expected an object as path item, found a list.',
    answer: [500, 'found a list'],
  },
  'a path item that refers to itself': {
    text: '  /a: { $ref: "#/paths/~1a" }\n',
    line: 'a.yaml:5:9: cannot follow "#/paths/~1a": it refers to itself.',
    answer: [500, 'it refers to itself'],
  },
  'an operation that is null': {
    text: '  /a: { get:, post: {} }\n',
    line: 'a.yaml:5:9: expected an object as operation, found null.',
    answer: [500, '#/paths/~1a/get: expected an object as operation, found null'],
  },
  'a response that leads nowhere': {
    text: '  /a: { get: { responses: { "200": { $ref: "#/components/responses/No" }, "404": { description: D } } } }\n',
    line: 'a.yaml:5:38: cannot follow "#/components/responses/No": there is no "components" in "#".',
    answer: [500, '#/paths/~1a/get/responses/200: cannot follow'],
  },
  'responses that refer to each other': {
    text: '  /a: { get: { responses: { "200": { $ref: "#/components/responses/A" } } } }\ncomponents: { responses: { A: { $ref: "#/components/responses/B", description: D }, B: { $ref: "#/components/responses/A", description: D } } }\n',
    line: 'a.yaml:5:38: cannot follow "#/components/responses/A": it refers to itself.',
    answer: [500, 'it refers to itself'],
  },
  'a response that is null': {
    text: '  /a: { get: { responses: { "200": , "404": { description: D } } } }\n',
    line: 'a.yaml:5:29: expected an object as response, found null.',
    answer: [500, 'expected an object as response, found null'],
  },
  'a component of another type': {
    text: '  /a: { get: { responses: { "200": { $ref: "#/components/responses/R" } } } }\ncomponents: { responses: { R: 3 } }\n',
    line: 'a.yaml:6:28: expected an object as response, found a number.',
    answer: [500, 'found a number'],
  },
  'an operation without responses': {
    text: '  /a: { get: { summary: S } }\n',
    line: 'a.yaml:5:9: expected "responses", found none.',
    answer: [500],
  },
  'a security scheme that is not declared': {
    text: `  /a: { get: { security: [{ no: [] }], ${RESPONSES} } }\n`,
    line: 'a.yaml:5:29: Security scheme "no" is used but not declared in components. Declare it',
    answer: [204],
  },
  'a security scheme that leads nowhere': {
    text: `  /a: { get: { security: [{ no: [] }], ${RESPONSES} } }\ncomponents: { securitySchemes: { no: { $ref: "#/no" } } }\n`,
    line: 'a.yaml:6:40: cannot follow "#/no": there is no "no" in "#".',
    answer: [204],
  },
  'a parameter in an unknown place': {
    text: `  /a: { get: { parameters: [{ in: body, name: b }, { in: query, name: q }], ${RESPONSES} } }\n`,
    line: 'a.yaml:5:29: "in" of parameter "b" must be path, query, querystring, header or cookie, got "body".',
    answer: [204],
  },
  'a parameter without a name': {
    text: `  /a: { get: { parameters: [{ in: query }], ${RESPONSES} } }\n`,
    line: 'a.yaml:5:29: expected a name, found "".',
    answer: [204],
  },
  'a header with a name that none can have': {
    text: `  /a: { get: { parameters: [{ in: header, name: "a b" }], ${RESPONSES} } }\n`,
    line: 'a.yaml:5:29: expected a name, found "a b".',
    answer: [204],
  },
  'an API key without a name': {
    text: `  /a: { get: { security: [{ k: [] }], ${RESPONSES} } }\ncomponents: { securitySchemes: { k: { type: apiKey, in: header } } }\n`,
    line: 'a.yaml:6:34: expected a name, found "".',
    answer: [204],
  },
  'a parameter that is null': {
    text: `  /a: { get: { parameters: [null], ${RESPONSES} } }\n`,
    line: 'a.yaml:5:29: expected an object as parameter, found null.',
    answer: [204],
  },
  'a schema that leads nowhere': {
    text: '  /a: { get: { responses: { "200": { description: D, content: { application/json: { schema: { properties: { a: { $ref: "#/no" } } }, example: { a: 1 } } } } } } }\n',
    line: 'a.yaml:5:114: cannot follow "#/no": there is no "no" in "#".',
    answer: [200],
  },
  'a body that leads nowhere': {
    text: `  /a: { get: { requestBody: { $ref: "#/no" }, ${RESPONSES} } }\n`,
    line: 'a.yaml:5:31: cannot follow "#/no": there is no "no" in "#".',
    answer: [204],
  },
  'a server URL that is none': {
    text: `  /a: { get: { ${RESPONSES} } }\nservers: [{ url: "http://example.com:99999/" }]\n`,
    line: 'a.yaml:6:13: expected a server URL, found "http://example.com:99999/".',
    answer: [204],
  },
  'an operationId that comes twice': {
    text: `  /a: { get: { operationId: o, ${RESPONSES} } }\n  /b: { get: { operationId: o, ${RESPONSES} } }\n`,
    line: 'a.yaml:6:16: expected an operationId of its own, found "o" again. Rename one of them.',
    answer: [204],
  },
  'a path without a slash': {
    text: `  a: { get: { ${RESPONSES} } }\n`,
    line: 'a.yaml:5:3: expected a path that begins with a slash, found "a". Write "/a".',
    answer: [204],
  },
};

describe('one flaw', () => {
  test.each(Object.entries(CASES))(
    '%s is said once, and all else is served',
    async (_what, one) => {
      const { ask, flaws } = await serveFiles({ 'a.yaml': `${HEAD}paths:\n${GOOD}${one.text}` });
      if (one.line !== '') {
        expect(flaws.filter((line) => line.startsWith(one.line))).toHaveLength(1);
      }
      expect((await ask('GET /good')).status).toBe(204);
      const { status, body, headers } = await ask('GET /a');
      const [expected, detail] = one.answer;
      expect(status).toBe(expected);
      if (detail === undefined) return;
      expect(headers.get('content-type')).toBe('application/problem+json');
      expect(body.detail).toContain(detail);
      expect(headers.get('x-mock-violations')).toContain('"keyword":"flaw"');
    },
  );

  test('another response of the operation can be asked for', async () => {
    const { text } = CASES['a response that leads nowhere'] ?? { text: '' };
    const { ask } = await serveFiles({ 'a.yaml': `${HEAD}paths:\n${text}` });
    expect((await ask('GET /a', undefined, { prefer: 'code=404' })).status).toBe(404);
  });

  test.each(['GET', 'PUT', 'DELETE'])(
    'of a path item is told whatever the method, to %s too',
    async (method) => {
      const { ask } = await serveFiles({ 'a.yaml': `${HEAD}paths:\n  /a:\n` });
      expect(await ask(`${method} /a`)).toMatchObject({
        status: 500,
        body: { title: expect.any(String) },
      });
    },
  );

  test('in a schema lets any value pass', async () => {
    const parameter = '{ in: query, name: q, schema: { type: array, items: } }';
    const text = `${HEAD}paths:\n  /a: { get: { parameters: [${parameter}], ${RESPONSES} } }\n`;
    const { ask } = await serveFiles({ 'a.yaml': text });
    expect((await ask('GET /a?q=1')).status).toBe(204);
  });

  test('in Swagger 2.0 keeps nothing else from being served', async () => {
    const text = [
      'swagger: 2.0\ninfo: { title: T, version: "1" }\nproduces: [application/json]\npaths:\n',
      '  /a:\n',
      '  /b: { get: { responses: { 200: { $ref: "#/responses/No" } } } }\n',
      '  /c: { get: { parameters: [{ $ref: "#/parameters/No" }], responses: { 200: { description: D, schema: { type: integer, example: 3 } } } } }\n',
    ].join('');
    const { ask, flaws } = await serveFiles({ 'a.yaml': text });
    expect(flaws.map((line) => line.split(':').slice(0, 3).join(':'))).toEqual([
      'a.yaml:6:36',
      'a.yaml:7:31',
      'a.yaml:1:1',
      'a.yaml:5:3',
    ]);
    expect((await ask('GET /a')).status).toBe(500);
    expect((await ask('GET /b')).body.detail).toContain('"#/responses/No"');
    expect((await ask('GET /c')).body).toBe(3);
  });
});

describe('a version that is clear all the same', () => {
  test.each([
    [
      'swagger: 2.0',
      'expected OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0, found "swagger: 2", a number.',
    ],
    ['openapi: 3.1', 'found "openapi: 3.1", a number.'],
    ['openapi: 3.0', 'found "openapi: 3", a number.'],
    ['openapi: "3.0"', 'found "openapi: 3.0".'],
    ['openapi: "3.1"', 'found "openapi: 3.1".'],
  ])('%s is said, and served', async (version, message) => {
    const text = `info: { title: T, version: "1" }\n${version}\npaths:\n${GOOD}`;
    const { ask, flaws } = await serveFiles({ 'a.yaml': text });
    expect(flaws).toEqual([expect.stringMatching(/^a\.yaml:2:1: .* Write the version in full/)]);
    expect(flaws.join()).toContain(message);
    expect((await ask('GET /good')).status).toBe(204);
  });

  test.each(['openapi: 4.0', 'swagger: 1.2', 'openapi: true'])('%s is none', async (version) => {
    await using written = await writeFiles({ 'a.yaml': `${version}\npaths: {}\n` });
    const loading = loadContract(written.files[0] ?? '', { onFlaws: () => {} });
    await expect(loading).rejects.toThrow('expected OpenAPI');
  });
});
