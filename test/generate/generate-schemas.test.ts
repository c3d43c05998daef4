import { mkdtempDisposable, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { generateSchemas } from '../../src/generate/generate-schemas.ts';
import { ZOD } from '../../src/generate/libraries/zod.ts';
import { contractFromYaml } from '../support/contract-from-yaml.ts';
import { importText } from './import-text.ts';

const SPEC = `
paths:
  /shares/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { $ref: '#/components/schemas/Id' } }
    get:
      operationId: showShare
      responses:
        "200":
          description: Share.
          content: { application/json: { schema: { $ref: '#/components/schemas/Share' } } }
components:
  schemas:
    Id: { type: string, format: uuid }
    Moment: { type: string, format: date-time }
    Long: { type: integer, default: 9007199254740993 }
    Share: { type: object, required: [id], properties: { id: { $ref: '#/components/schemas/Id' } } }
`;

describe('generateSchemas schemas', () => {
  let text: string;
  let schemas: Record<string, unknown>;
  beforeAll(async () => {
    ({ text } = await generateSchemas(await contractFromYaml(SPEC), ZOD));
    schemas = await importText(text);
  });

  test('give a default that no double keeps as the nearest one', () => {
    expect(z.parse(schemaNamed('zLong'), undefined)).toBe(9007199254740992);
  });

  function schemaNamed(name: string): z.ZodMiniType {
    const schema = schemas[name];
    if (!(schema instanceof z.ZodMiniType)) throw new Error(`No schema is called "${name}".`);
    return schema;
  }

  function accepts(name: string, value: unknown): boolean {
    return schemaNamed(name).safeParse(value).success;
  }

  test.each([
    ['nil', '00000000-0000-0000-0000-000000000000'],
    ['version 1', '9f2c1e4a-5b6d-11ee-8c99-0242ac120002'],
    ['version 4', '3b241101-e2bb-4255-8caf-4136c566a962'],
    ['version 7', '018f3c5e-7c1a-7b2e-9c3d-1a2b3c4d5e6f'],
    ['unknown version', '11111111-1111-1111-1111-111111111111'],
    ['upper case', '3B241101-E2BB-4255-8CAF-4136C566A962'],
  ])('accepts a uuid: %s', (_, value) => {
    expect(accepts('zId', value)).toBe(true);
  });

  test.each(['', '3b241101e2bb42558caf4136c566a962', '3b241101-e2bb-4255-8caf-4136c566a96'])(
    'refuses "%s" as a uuid',
    (value) => {
      expect(accepts('zId', value)).toBe(false);
    },
  );

  test.each(['2025-01-31T10:00:00Z', '2025-01-31T10:00:00.123456+08:00'])(
    'accepts the date-time %s',
    (value) => {
      expect(accepts('zMoment', value)).toBe(true);
    },
  );

  test.each(['2025-01-31', '2025-01-31T10:00:00', '2025-02-30T10:00:00Z'])(
    'refuses "%s" as a date-time',
    (value) => {
      expect(accepts('zMoment', value)).toBe(false);
    },
  );

  test('gives each operation a schema of its path and of its success response', () => {
    const id = '3b241101-e2bb-4255-8caf-4136c566a962';
    expect(accepts('zShowSharePath', { id })).toBe(true);
    expect(accepts('zShowSharePath', { id: 1 })).toBe(false);
    expect(accepts('zShowShareResponse', { id })).toBe(true);
    expect(accepts('zShowShareResponse', {})).toBe(false);
  });

  test("begins with the import and without the generator's own banner", () => {
    expect(text.startsWith("import * as z from 'zod/mini';\n")).toBe(true);
  });
});

describe('generateSchemas', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test.each([
    'paths: {}',
    'paths: { /a: { get: { responses: { 200: { description: All. } } } } }',
    'components: { securitySchemes: { key: { type: http, scheme: bearer } } }',
  ])('gives an empty module where there is nothing to make a schema of: %s', async (spec) => {
    const { text } = await generateSchemas(await contractFromYaml(spec), ZOD);
    const module = await importText(text);
    expect(Object.keys(module)).toEqual([]);
  });

  test('leaves nothing in the temporary folder', async () => {
    const contract = await contractFromYaml(SPEC);
    await using folder = await useTemporaryFolder();
    await generateSchemas(contract, ZOD);
    expect(await readdir(folder.path)).toEqual([]);
  });

  test('leaves nothing in the temporary folder when it fails', async () => {
    const contract = await contractFromYaml(SPEC);
    await using folder = await useTemporaryFolder();
    const document = { ...contract.document, components: {} };
    await expect(generateSchemas({ ...contract, document }, ZOD)).rejects.toThrow();
    expect(await readdir(folder.path)).toEqual([]);
  });
});

/** Makes an empty folder the temporary folder of this process. */
async function useTemporaryFolder() {
  const folder = await mkdtempDisposable(join(tmpdir(), 'share-contracts-test-'));
  vi.stubEnv('TMPDIR', folder.path);
  return folder;
}
