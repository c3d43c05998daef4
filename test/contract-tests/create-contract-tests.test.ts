import { describe, expect, test } from 'vitest';
import { NOTES, testYaml } from './notes.ts';

describe('createContractTests', () => {
  test('tests each example, each documented answer and each kind of refusal', async () => {
    const { names, failures, exclusions } = await testYaml(NOTES);
    expect(failures).toEqual([]);
    expect(exclusions).toEqual([]);
    expect(names).toEqual([
      'an example of getNote 200 keeps its schema, at #/paths/~1notes~1{id}/get/responses/200/content/application~1json/examples/short/value',
      'an example of getNote 200 keeps its schema, at #/paths/~1notes~1{id}/get/responses/200/content/application~1json/examples/long, or so/value',
      'an example of getNote 200 keeps its schema, at #/paths/~1notes~1{id}/get/responses/200/content/text~1plain/example',
      'an example of getNote 4XX keeps its schema, at #/paths/~1notes~1{id}/get/responses/4XX/content/application~1json/example',
      'answers getNote 200 application/json short',
      'answers getNote 200 application/json long, or so',
      'answers getNote 200 text/plain example',
      'answers getNote 4XX example',
      'answers getNote default',
      'answers addNote 201',
      'refuses getNote: path id not integer',
      'refuses getNote: query lang left out',
      'refuses getNote: query lang none of the listed values',
      'refuses getNote: header X-Page not integer',
      'refuses getNote: no credentials',
      'refuses addNote: body left out',
      'refuses addNote: body not object',
      'refuses addNote: body null',
      'refuses addNote: body without text',
      'refuses addNote: body with a member that is not known',
      'refuses addNote: body /text not string',
      'refuses addNote: body /text null',
      'refuses addNote: body /text shorter than 1',
      'refuses addNote: body that is no JSON',
      'refuses addNote: body in application/x-unknown',
      'refuses addNote: no credentials',
    ]);
    expect(new Set(names).size).toBe(names.length);
  });

  test('says once that an example breaks its schema', async () => {
    const { failures } = await testYaml(NOTES.replace('{ id: 1, text: a }', '{ id: 1, text: 2 }'));
    expect(failures.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /openapi\.yaml: "text": expected string, got number 2\.\n {2}At #\/paths\/~1notes~1\{id\}\/get\/.*\/value\/text\. Used by getNote 200\. Correct the example or its schema\.$/,
      ),
    ]);
  });

  test('says once that an example breaks its schema, where many refusals are answered with it', async () => {
    const { failures } = await testYaml(
      NOTES.replace('schema: { type: object }, example', 'schema: { type: string }, example'),
    );
    expect(failures.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^an example of getNote 4XX/),
    ]);
  });

  test('finds a request that is forbidden and not refused', async () => {
    const readQuery = () => new URLSearchParams({ lang: 'en' });
    const formatError = () => ({ status: 400, mediaType: 'application/json', body: {} });
    const { failures } = await testYaml(NOTES, { readQuery, formatError });
    expect(failures).toEqual([
      {
        name: 'refuses getNote: query lang left out',
        message: `notes GET /notes/{id} (getNote: query lang left out): a request that the contract forbids.
  expected a refusal, found status 200
  {"id":1,"text":"a"}
  Reproduce with: curl -H 'Authorization: Bearer x' 'http://127.0.0.1:4010/notes/0'`,
      },
      expect.objectContaining({ name: 'refuses getNote: query lang none of the listed values' }),
    ]);
  });

  test('finds a refusal that the contract describes in another way', async () => {
    const formatError = () => ({ status: 418, mediaType: 'application/json', body: [] });
    const { failures } = await testYaml(NOTES, { formatError });
    expect(failures.map(({ name }) => name)).toEqual([
      'refuses getNote: path id not integer',
      'refuses getNote: query lang left out',
      'refuses getNote: query lang none of the listed values',
      'refuses getNote: header X-Page not integer',
      'refuses getNote: no credentials',
    ]);
    expect(failures[0]?.message).toContain('body of the refusal: the value must be object');
  });

  test('finds a schema that no answer keeps', async () => {
    const { failures } = await testYaml(`paths:
  /a:
    get:
      operationId: getA
      responses:
        "200":
          description: A.
          content:
            application/json:
              schema: { type: object, required: [a], properties: { a: { type: string, allOf: [{ type: integer }] } } }
`);
    expect(failures.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^notes GET \/a \(getA\), 200: the mock finds no answer that keeps the contract\. Correct the schema if it contradicts itself, or give an example\.\n/,
      ),
    ]);
  });

  test('an example of a request need not have what only answers have', async () => {
    const media = (example: string) =>
      `{ application/json: { schema: { $ref: "#/components/schemas/Note" }, example: ${example} } }`;
    const withExamples = (request: string, response: string) => `paths:
  /notes:
    post:
      operationId: addNote
      requestBody: { required: true, content: ${media(request)} }
      responses: { "201": { description: Note., content: ${media(response)} } }
${NOTES.slice(NOTES.indexOf('components:'))}`;
    expect((await testYaml(withExamples('{ text: a }', '{ id: 1, text: a }'))).failures).toEqual(
      [],
    );
    const { failures } = await testYaml(withExamples('{ text: a }', '{ text: a }'));
    expect(failures.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^an example of addNote 201/),
    ]);
  });

  test('lists what no test can be made for, with its reason', async () => {
    const operation = (id: string, more = '') =>
      `{ operationId: ${id}, ${more}responses: { "200": { description: A. } } }`;
    const { exclusions, failures } = await testYaml(`paths:
  /a/{x}: { get: ${operation('first', 'parameters: [{ name: x, in: path, required: true, schema: { type: string } }], ')} }
  /a/{y}: { get: ${operation('second', 'parameters: [{ name: y, in: path, required: true, schema: { type: string } }], ')} }
  /b: { trace: ${operation('echo')} }
  /c: { get: ${operation('search', 'requestBody: { required: true, content: { application/json: {} } }, ')} }
  /d: { get: ${operation('never', 'parameters: [{ name: n, in: query, required: true, schema: { allOf: [{ type: string }, { type: integer }] } }], ')} }
  /e: { get: { operationId: upgrade, responses: { "101": { description: Switch. }, "200": { description: Ok., content: { application/json: {}, new: {} } } } } }
  /f: { get: ${operation('odd', 'parameters: [{ name: n, in: query, schema: { format: odd, pattern: "(" } }], ')} }
`);
    expect(failures).toEqual([]);
    expect(exclusions).toEqual([
      { what: 'second', reason: 'first takes the same requests' },
      { what: 'echo', reason: 'no client may send TRACE' },
      { what: 'search', reason: 'no client sends a body with GET' },
      { what: 'never', reason: 'no value is known for the parameter n' },
      {
        what: 'upgrade 101',
        reason: 'nobody can ask for it by a status from 200 to 599 and a media type',
      },
      {
        what: 'upgrade 200 new',
        reason: 'nobody can ask for it by a status from 200 to 599 and a media type',
      },
      { what: 'formats', reason: expect.stringContaining('"odd"') },
      { what: 'schemas', reason: expect.stringContaining('found "("') },
    ]);
  });
});
