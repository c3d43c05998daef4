import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { formatViolation } from '../../src/contract/model/describe-violation.ts';
import { createContractChecks } from '../../src/contract/validate/contract-checks.ts';

const DOCUMENT = `
openapi: 3.0.3
info: { title: T, version: "1" }
paths:
  /pets:
    post:
      requestBody:
        content:
          application/json: { schema: { $ref: "#/components/schemas/Pet" } }
          multipart/form-data:
            schema: { type: object, properties: { photo: { type: string, format: binary } } }
          image/png: { schema: { type: string, format: binary } }
      responses: {}
components:
  schemas:
    Pet:
      nullable: true
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }]
      discriminator: { propertyName: kind, mapping: { cat: "#/components/schemas/Cat" } }
    Animal:
      type: object
      required: [id, kind, name]
      properties:
        id: { type: integer, readOnly: true }
        kind: { type: string }
        name: { type: string, nullable: true }
        size: { type: string, enum: [s, l], nullable: true }
    Cat: { allOf: [{ $ref: "#/components/schemas/Animal" }] }
    Dog:
      allOf:
        - $ref: "#/components/schemas/Animal"
        - properties: { owner: { nullable: true, allOf: [{ $ref: "#/components/schemas/Animal" }] } }
`;

/** What is wrong with a body of the only operation, whose media type has the given place. */
async function check(index: number, body: unknown): Promise<string[]> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'share-contracts-openapi-3.0-'));
  const file = join(folder.path, 'openapi.yaml');
  await writeFile(file, DOCUMENT);
  const contract = await loadContract(file);
  const [operation] = contract.operations;
  if (operation === undefined) throw new Error('There is no operation.');
  const media = operation.body?.content[index];
  return createContractChecks(contract)
    .checkRequestBody(operation, media, body)
    .map(formatViolation);
}

test.each<[body: unknown, lines: string[]]>([
  [null, []],
  [{ kind: 'cat', name: null, size: null }, []],
  [{ kind: 'Dog', name: 'a', owner: null }, []],
  [{ kind: 'Dog', name: 'a', owner: { kind: 'x', name: null } }, []],
  [{ kind: 'cat' }, ['body at /name: expected a value, got nothing']],
  [
    { kind: 'cat', name: 'a', size: 'm' },
    ['body at /size: expected one of ["s","l",null], got string "m"'],
  ],
  [
    { kind: 'Dog', name: 'a', owner: { id: 1, kind: 'x', name: 'b' } },
    ['body at /owner/id: expected no member "id" in a request, got number 1'],
  ],
  [{ kind: 'cow' }, ['body at /kind: expected one of ["cat","Dog"], got string "cow"']],
])('JSON of OpenAPI 3.0 is enforced: %j', async (body, lines) => {
  expect(await check(0, body)).toEqual(lines);
});

test('files of OpenAPI 3.0 are strings', async () => {
  expect(await check(1, { photo: 'x' })).toEqual([]);
  expect(await check(2, Uint8Array.from([0xff]))).toEqual([]);
  expect(await check(1, { photo: { a: 1 } })).toHaveLength(1);
});
