import { describe, expect, test } from 'vitest';
import type { Provider } from '../../../src/mock/authoring/provider.ts';
import { createMock } from '../../../src/mock/create-mock.ts';
import { contractFromYaml } from '../../support/contract-from-yaml.ts';

const SPEC = `
paths:
  /notes/{id}:
    post:
      operationId: changeNote
      security: [{token: []}]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: size, in: query, schema: {type: integer}}
      requestBody:
        content: {application/json: {schema: {$ref: "#/components/schemas/Change"}}}
      responses: {"200": {description: Changed., content: {application/json: {example: {}}}}}
    get:
      operationId: getNote
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: Note., content: {application/json: {example: {}}}}}
components:
  schemas:
    Change: {type: object, required: [text], properties: {text: {type: string}, count: {type: [integer, "null"]}}}
  securitySchemes: {token: {type: http, scheme: bearer}}
`;

/** Mock whose provider has some ways of its own; answers with the status. */
async function statusOf(
  provider: Partial<Provider>,
  request: string,
  init: RequestInit = {},
): Promise<number> {
  const contract = await contractFromYaml(SPEC);
  const mock = createMock({ apis: [{ name: 'notes', mount: '', contract, ...provider }] });
  const [method = '', target = ''] = request.split(' ');
  const headers = { authorization: 'Bearer x', 'content-type': 'application/json' };
  return (await mock.fetch(new Request(`http://mock.test${target}`, { method, headers, ...init })))
    .status;
}

describe('a provider', () => {
  test('reads the query, told the parameters of the operation', async () => {
    const readQuery: Provider['readQuery'] = (text, parameters) => {
      expect(parameters).toMatchObject([{ name: 'size', types: ['integer'] }]);
      return new URLSearchParams(text.replace('ten', '10'));
    };
    const body = '{"text":"a"}';
    expect(await statusOf({}, 'POST /notes/1?size=ten', { body })).toBe(422);
    expect(await statusOf({ readQuery }, 'POST /notes/1?size=ten', { body })).toBe(200);
  });

  test('reads the body, told the members of its schema', async () => {
    const readBody: Provider['readBody'] = (bytes, members) => {
      expect(members.map(({ name, types }) => [name, types])).toEqual([
        ['text', ['string']],
        ['count', ['integer', 'null']],
      ]);
      return { text: Buffer.from(bytes).toString() };
    };
    expect(await statusOf({}, 'POST /notes/1', { body: 'hello' })).toBe(400);
    expect(await statusOf({ readBody }, 'POST /notes/1', { body: 'hello' })).toBe(200);
  });

  test('refuses a body that it cannot read', async () => {
    const readBody = () => {
      throw new SyntaxError('No.');
    };
    expect(await statusOf({ readBody }, 'POST /notes/1', { body: '{}' })).toBe(400);
  });

  test('refuses what its reading of a body nests too deep', async () => {
    const readBody = (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString());
    const statusAt = (depth: number) =>
      statusOf({ readBody }, 'POST /notes/1', { body: '['.repeat(depth) + ']'.repeat(depth) });
    expect([await statusAt(501), await statusAt(20_000)]).toEqual([400, 400]);
    expect(await statusAt(500)).not.toBe(400);
  });

  test('takes any scheme of Authorization, but not none', async () => {
    const body = '{"text":"a"}';
    const headers = { authorization: 'secret', 'content-type': 'application/json' };
    const any = { takesAnyScheme: true };
    expect(await statusOf({}, 'POST /notes/1', { body, headers })).toBe(401);
    expect(await statusOf(any, 'POST /notes/1', { body, headers })).toBe(200);
    const none = { 'content-type': 'application/json' };
    expect(await statusOf(any, 'POST /notes/1', { body, headers: none })).toBe(401);
  });

  test('has no HEAD', async () => {
    expect(await statusOf({}, 'HEAD /notes/1')).toBe(200);
    expect(await statusOf({ hasNoHead: true }, 'HEAD /notes/1')).toBe(404);
  });

  test('matches a path behind its escapes', async () => {
    expect(await statusOf({}, 'GET /notes/a%2Fb')).toBe(200);
    expect(await statusOf({ splitsDecodedPath: true }, 'GET /notes/a%2Fb')).toBe(404);
    expect(await statusOf({ splitsDecodedPath: true }, 'GET /notes%2fa')).toBe(200);
  });
});
