import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { generateSchemas } from '../../src/generate/generate-schemas.ts';
import { generateTypes } from '../../src/generate/generate-types.ts';
import { renderGeneratedFiles } from '../../src/generate/generated-files.ts';
import { ZOD } from '../../src/generate/libraries/zod.ts';
import { writeFiles } from '../support/write-files.ts';

const SPEC = `
openapi: 3.2.0
$self: https://example.com/openapi
info: { title: T, version: "1" }
paths:
  /things/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get:
      operationId: getThing
      parameters:
        - name: filter
          in: querystring
          required: true
          content:
            application/x-www-form-urlencoded:
              schema:
                allOf: [{ properties: { done: { type: boolean } } }]
                required: [limit]
                properties: { limit: { type: integer } }
        - { name: session, in: cookie, style: cookie, schema: { type: string } }
      responses:
        "200": { content: { application/json: { $ref: "#/components/mediaTypes/Thing" } } }
    query: { operationId: findThing, responses: {} }
    additionalOperations: { COPY: { operationId: copyThing, responses: {} } }
  /raw:
    get:
      operationId: getRaw
      parameters: [{ name: path, in: querystring, content: { application/jsonpath: {} } }]
      responses: { "200": { content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } } }
components:
  mediaTypes:
    Thing: { schema: { $ref: "#/components/schemas/Thing" }, examples: { a: { dataValue: { id: 1 } } } }
  schemas:
    Thing: { type: object, required: [id], properties: { id: { type: integer } } }
    Pet:
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Other" }]
      discriminator: { propertyName: kind, defaultMapping: Other }
    Cat: { type: object, required: [kind], properties: { kind: { const: Cat } } }
    Other: { type: object, properties: { n: { type: integer } } }
`;

describe('an OpenAPI 3.2 contract', () => {
  let types: string;
  let zod: string;
  beforeAll(async () => {
    await using written = await writeFiles({ 'openapi.yaml': SPEC });
    const contract = await loadContract(written.files[0] ?? '');
    types = (await generateTypes(contract)).replaceAll(/\s+/g, ' ');
    zod = (await generateSchemas(contract, ZOD)).text.replaceAll(/\s+/g, ' ');
  });

  test.each([
    ['the fields of a querystring', 'query: { done?: boolean; limit: number; };'],
    ['a cookie', 'cookie?: { session?: string; };'],
    ['a media type of components', '"application/json": components["schemas"]["Thing"];'],
    ['a schema without what a discriminator may leave out', 'Other: { n?: number; };'],
  ])('has types of %s', (_what, type) => {
    expect(types).toContain(type);
  });

  test.each([
    [
      'the fields of a querystring',
      'zGetThingQuery = /* @__PURE__ */ (() => z.object({ done: z.optional(z.boolean()), limit: z.int() }))()',
    ],
    ['a media type of components', 'zGetThingResponse = zThing'],
    ['a discriminator with a default', 'zPet = /* @__PURE__ */ z.union([ zCat, zOther ])'],
  ])('has a zod schema of %s', (_what, schema) => {
    expect(zod).toContain(schema);
  });

  test('says once what has no types', async () => {
    await using written = await writeFiles({ 'openapi.yaml': SPEC });
    const said: string[] = [];
    const sources = [
      {
        contract: join(written.folder, 'openapi.yaml'),
        output: join(written.folder, 'out'),
        library: ZOD,
      },
    ];
    await renderGeneratedFiles(written.folder, sources, (message) => said.push(message));
    expect(said).toEqual([
      'openapi.yaml: openapi-typescript reads OpenAPI 3.1, so there are no types of ' +
        'QUERY /things/{id}, COPY /things/{id}, the querystring "path" of GET /raw.',
    ]);
  });
});
