import { expect, test } from 'vitest';
import { generateClient } from '../../src/generate/generate-client.ts';
import { generateOperations } from '../../src/generate/generate-operations.ts';
import { generateSchemas } from '../../src/generate/generate-schemas.ts';
import { generateTypes } from '../../src/generate/generate-types.ts';
import { generateValidation } from '../../src/generate/generate-validation.ts';
import { LIBRARIES } from '../../src/generate/libraries/libraries.ts';
import { contractFromYaml } from '../support/contract-from-yaml.ts';
import { writeConsumer } from './consumer.ts';

/** What published descriptions have, and what broke generated files once. */
const SPEC = `
paths:
  /things/{id}:
    get:
      operationId: things/get-one
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: class, in: query, schema: { type: string } }
        - { name: "filter[a]", in: query, schema: { $ref: '#/components/schemas/Thing/properties/class' } }
      responses:
        "200":
          description: A comment that ends */ too early, and \`code\`.
          content:
            application/json:
              schema:
                $defs: { item: { type: object, properties: { next: { $ref: '#/paths/~1things~1%7Bid%7D/get/responses/200/content/application~1json/schema/$defs/item' } } } }
                type: array
                uniqueItems: true
                items: { $ref: '#/paths/~1things~1%7Bid%7D/get/responses/200/content/application~1json/schema/$defs/item' }
  /things/{ID}/x:
    get:
      operationId: Things/get-one
      parameters: [{ name: ID, in: path, required: true, schema: { type: string } }]
      responses: { "204": { description: Done. } }
components:
  schemas:
    class: { type: string }
    delete: { type: object, properties: { new: { $ref: '#/components/schemas/class' } } }
    thing: { type: integer }
    Thing: { type: object, required: [id], properties: { id: { type: integer }, class: { type: object, properties: { deep: { $ref: '#/components/schemas/Thing/properties/class' } } } } }
    kebab-name.v1: { type: object, properties: { "a-b": { type: string }, "1": { type: string } } }
    Record: { type: object, properties: { free: { type: object } } }
    WithRequired: { allOf: [{ $ref: '#/components/schemas/delete' }], required: [new] }
    2fa: { type: string }
    WrongDefault: { type: object, properties: { a: { type: integer, default: inf }, b: { type: object, required: [x], properties: { x: { type: string } }, default: [1] }, c: { enum: [a], default: b } } }
    ObjectEnum: { type: object, enum: [a, b] }
    Many: { type: array, items: { type: integer }, minItems: 5000, maxItems: 5000 }
    Tree: { type: object, properties: { left: { $ref: '#/components/schemas/Tree' }, all: { type: array, items: { $ref: '#/components/schemas/Tree' } } } }
    Ping: { type: object, properties: { pong: { $ref: '#/components/schemas/Pong' } } }
    Pong: { allOf: [{ $ref: '#/components/schemas/Ping' }, { type: object, properties: { n: { type: integer } } }] }
    Odd: { oneOf: [a text, { type: string }], properties: { x: 5 } }
`;

const USE = `
import { createClient } from './client.js';
const client = createClient({ baseUrl: 'http://mock.test' });
export const data = await client.thingsGetOne({ path: { id: 'a' }, query: { class: 'b', 'filter[a]': { deep: {} } } });
await client.thingsGetOne2({ path: { ID: 'a' } });
`;

test('all generated files of an odd description compile, with any library', async () => {
  const contract = await contractFromYaml(SPEC);
  const written: Record<string, string> = {
    'types.ts': await generateTypes(contract),
    'operations.ts': generateOperations(contract),
    'client.ts': generateClient(contract, '.js'),
    'use.ts': USE,
  };
  for (const library of Object.values(LIBRARIES)) {
    const schemas = await generateSchemas(contract, library);
    expect(schemas.text.length).toBeLessThan(10_000);
    written[`${library.name}/${library.name}.ts`] = schemas.text;
    written[`${library.name}/validation.ts`] = generateValidation(contract, schemas, '.js');
  }
  await using consumer = await writeConsumer(written);
  expect(consumer.compile()).toEqual([]);
});
