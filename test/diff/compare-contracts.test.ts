import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import type { Change } from '../../src/diff/change.ts';
import { compareContracts } from '../../src/diff/compare-contracts.ts';
import { CHANGES, writeDocument } from './changes.ts';
import { OTHERS } from './other-tools.ts';

async function compare(before: string, after: string): Promise<Change[]> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'share-contracts-test-'));
  const write = async (name: string, text: string) => {
    const file = join(folder.path, name);
    await writeFile(file, text);
    return loadContract(file);
  };
  return compareContracts({
    before: await write('before.yaml', before),
    after: await write('after.yaml', after),
  });
}

describe('compareContracts', () => {
  test.for(CHANGES.map((change) => [change.title, change] as const))(
    'rates: %s',
    async ([, { stage, before, after, rule, consumer, provider }], { expect }) => {
      const changes = await compare(writeDocument(stage, before), writeDocument(stage, after));
      expect(changes).toContainEqual(expect.objectContaining({ rule, consumer, provider }));
    },
  );

  test.for(CHANGES.map((change) => [change.title, change] as const))(
    'finds nothing where nothing changes: %s',
    async ([, { stage, after }], { expect }) => {
      const text = writeDocument(stage, after);
      expect(await compare(text, `${text}# Another text.\n`)).toEqual([]);
    },
  );

  test('finds all that oasdiff or Redocly calls a break', async ({ expect }) => {
    expect(Object.keys(OTHERS)).toEqual(CHANGES.map(({ title }) => title));
    const milder = CHANGES.filter(
      ({ title, consumer }) => OTHERS[title]?.isBreak && consumer === 'safe',
    );
    expect(milder.map(({ title }) => title)).toEqual([]);
  });

  test('gives one change to a schema of several operations, with all of them and their types', async ({
    expect,
  }) => {
    const document = (required: string) => `
openapi: 3.0.3
info: { title: Things, version: "1" }
paths:
  /things:
    get: { operationId: listThings, responses: { "200": { description: ok, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Thing" } } } } } } }
    post: { operationId: createThing, requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }, responses: { "204": { description: ok } } }
components: { schemas: { Thing: { type: object, nullable: true, required: ${required}, properties: { id: { type: string }, name: { type: string } } } } }
`;
    const [change, ...others] = await compare(document('[id]'), document('[id, name]'));
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      rule: 'member-became-required',
      place: 'Thing',
      consumer: 'breaking',
      provider: 'breaking',
      flows: ['to-consumer', 'to-provider'],
      operations: [{ id: 'listThings' }, { id: 'createThing' }],
      types: ['Thing'],
    });
  });

  test.for([
    [
      'members that move into a base schema',
      '{ type: object, required: [id], properties: { id: { type: string }, name: { type: string } } }',
      '{ allOf: [{ type: object, required: [id], properties: { id: { type: string } } }, { properties: { name: { type: string } } }] }',
    ],
    ['an enum of one value and a const', '{ enum: [a] }', '{ const: a }'],
    [
      'an integer above 0 and from 1',
      '{ type: integer, exclusiveMinimum: 0 }',
      '{ type: integer, minimum: 1 }',
    ],
    [
      'other texts',
      '{ type: string, description: A. }',
      '{ type: string, description: B., examples: [c] }',
    ],
    [
      'alternatives in another order',
      '{ oneOf: [{ type: string }, { type: integer }] }',
      '{ oneOf: [{ type: integer }, { type: string }] }',
    ],
    [
      'null among types and among alternatives',
      '{ type: [string, "null"] }',
      '{ anyOf: [{ type: string }, { type: "null" }] }',
    ],
  ])('takes for the same: %s', async ([, before, after], { expect }) => {
    const changes = await compare(
      writeDocument('response', before ?? ''),
      writeDocument('response', after ?? ''),
    );
    expect(changes).toEqual([]);
  });

  test('follows schemas that contain themselves', async ({ expect }) => {
    const document = (type: string) => `
openapi: 3.1.0
info: { title: Trees, version: "1" }
paths: { /tree: { get: { operationId: getTree, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Tree" } } } } } } } }
components: { schemas: { Tree: { allOf: [{ type: object, properties: { left: { $ref: "#/components/schemas/Tree" }, size: { type: ${type} } } }, { properties: { left: { $ref: "#/components/schemas/Tree" } } }] } } }
`;
    const changes = await compare(document('integer'), document('string'));
    expect(changes.map(({ rule, place }) => [rule, place])).toEqual([
      ['type-changed', 'Tree /size'],
    ]);
  });

  test('compares Swagger 2.0 with OpenAPI 3.1', async ({ expect }) => {
    const before = `
swagger: "2.0"
info: { title: Things, version: "1" }
paths: { /things: { get: { operationId: listThings, produces: [application/json], parameters: [{ name: q, in: query, type: string }], responses: { 200: { description: ok, schema: { type: integer } } } } } }
`;
    const after = `
openapi: 3.1.0
info: { title: Things, version: "1" }
paths: { /things: { get: { operationId: listThings, parameters: [{ name: q, in: query, required: true, schema: { type: string } }], responses: { "200": { description: ok, content: { application/json: { schema: { type: integer } } } } } } } }
`;
    const changes = await compare(before, after);
    expect(changes.map(({ rule }) => rule)).toEqual(['parameter-became-required']);
  });
});
