import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../src/apis/root.ts';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import type { Contract } from '../../src/contract/model/contract.ts';
import { generateSchemas } from '../../src/generate/generate-schemas.ts';
import { generateTypes } from '../../src/generate/generate-types.ts';
import { generateValidation } from '../../src/generate/generate-validation.ts';
import { LIBRARIES } from '../../src/generate/libraries/libraries.ts';
import type { ValidationLibrary } from '../../src/generate/libraries/library.ts';
import { ZOD } from '../../src/generate/libraries/zod.ts';
import { contractFromYaml } from '../support/contract-from-yaml.ts';
import { writeConsumer } from './consumer.ts';

const SPEC = `
paths:
  /things/*/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
      - { name: session, in: cookie, required: true, schema: { type: string } }
    get:
      operationId: delete
      parameters:
        - { name: q, in: query, schema: { type: string } }
        - { name: tenant, in: header, schema: { type: string } }
        - { name: theme, in: cookie, schema: { enum: [dark, light] } }
      responses:
        "200": { description: One., content: { application/json: { schema: { type: string } } } }
        "201": { description: Two., content: { application/json: { schema: { type: integer } }, text/plain: {} } }
        "204": { description: None. }
        "401": { $ref: '#/components/responses/Refused' }
        4XX: { description: Wrong., content: { application/problem+json: { schema: { $ref: '#/components/schemas/Problem' } } } }
        "6'0": { description: No status., content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
        "500": { description: Text., content: { text/plain: { schema: { type: string } } } }
        default: { description: Other., content: { application/json: { schema: { type: object, required: [why], properties: { why: { type: string } } } } } }
    put:
      operationId: zThing
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
      responses: { "200": { description: One., content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Thing' } } } } } }
    post:
      operationId: z
      requestBody:
        required: true
        content: { text/xml: { schema: { type: integer } }, application/json: { schema: { type: object, properties: { a: { type: string } } } } }
      responses: { "204": { description: Done. } }
    patch:
      operationId: upload
      requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { file: { type: string, format: binary } } } } } }
      responses: { "204": { description: Done. } }
  /ping: { get: { operationId: ping, responses: { "204": { description: Done. } } } }
components:
  responses:
    Refused: { description: No., content: { application/json: { schema: { type: object, required: [code], properties: { code: { type: integer } } } } } }
  schemas:
    Thing: { type: object, properties: { name: { type: string } } }
    Problem: { type: object, required: [title], properties: { title: { type: string } } }
    ZThingBody: { type: boolean }
    "Delete cookies": { type: string }
`;

const TEXT = `/** Schemas of \`GET /things/*\\/{id}\`. */
const delete_ = {
    path: zDeletePath,
    query: zDeleteQuery,
    headers: zDeleteHeaders,
    cookies: zDeleteCookies2,
    responses: { 200: zDeleteResponse200, 201: zDeleteResponse201, 401: zRefusedResponse, '4XX': zProblem, default: zDeleteResponseDefault },
};
export { delete_ as delete };

/** Schemas of \`PUT /things/*\\/{id}\`. */
const zThing_ = {
    path: zZThingPath,
    cookies: zZThingCookies,
    body: /* @__PURE__ */ z.optional(zThing),
    responses: { 200: zZThingResponse },
};
export { zThing_ as zThing };

/** Schemas of \`POST /things/*\\/{id}\`. */
const z_ = {
    path: zZPath,
    cookies: zZCookies,
    body: zZBody,
};
export { z_ as z };

/** Schemas of \`PATCH /things/*\\/{id}\`. */
export const upload = {
    path: zUploadPath,
    cookies: zUploadCookies,
};

/** Schemas of \`GET /ping\`. */
export const ping = {};
`;

describe('generateValidation', () => {
  test('writes the schemas of each method, by part and by status', async () => {
    const { validation } = await generate(await contractFromYaml(SPEC));
    expect(validation.slice(validation.indexOf('/**'))).toBe(TEXT);
  });

  test('calls the library that a project chose', async () => {
    const contract = await contractFromYaml(SPEC);
    const { validation } = await generate(contract, LIBRARIES.valibot);
    expect(validation).toContain("import * as v from 'valibot';\n");
    expect(validation).toContain("} from './valibot.js';\n");
    expect(validation).toContain('    body: /* @__PURE__ */ v.optional(vThing),\n');
    expect(validation).not.toContain('zod');
  });

  test('writes an empty module where the client has no method', async () => {
    const { validation } = await generate(await contractFromYaml('paths: {}'));
    expect(validation).toBe('export {};\n');
  });

  test('writes what compiles', async () => {
    const files = await generate(await contractFromYaml(SPEC));
    await using consumer = await writeConsumer({
      'zod.ts': files.schemas,
      'validation.ts': files.validation,
    });
    expect(consumer.compile()).toEqual([]);
  });
});

const FOREIGN = [
  ...['notes-2.0.json', 'notes-3.0.yaml', 'shop-2.0.yaml', 'shop-3.0.yaml', 'shop.postman.json'],
];

test('all validation of foreign descriptions compiles, with any library', async () => {
  const written: Record<string, string> = {};
  for (const name of FOREIGN) {
    const contract = await loadContract(join(ROOT, 'test/support/foreign', name));
    written[`${name}/types.ts`] = await generateTypes(contract);
    for (const library of Object.values(LIBRARIES)) {
      const files = await generate(contract, library);
      written[`${name}/${library.name}/${library.name}.ts`] = files.schemas;
      written[`${name}/${library.name}/validation.ts`] = files.validation;
    }
  }
  await using consumer = await writeConsumer(written);
  expect(consumer.compile()).toEqual([]);
});

async function generate(contract: Contract, library: ValidationLibrary = ZOD) {
  const schemas = await generateSchemas(contract, library);
  return { schemas: schemas.text, validation: generateValidation(contract, schemas, '.js') };
}
