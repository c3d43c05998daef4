import { beforeAll, describe, expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import type { Contract } from '../../../src/contract/model/contract.ts';
import { bodyFormat } from '../../../src/contract/model/media-type.ts';
import { listAnswerCases } from '../../../src/contract-tests/answer-cases.ts';
import { findSchemaNames } from '../../../src/generate/find-schema-names.ts';
import { generateSchemas, type SchemaModule } from '../../../src/generate/generate-schemas.ts';
import { generateValidation } from '../../../src/generate/generate-validation.ts';
import { VALIBOT } from '../../../src/generate/libraries/valibot.ts';
import { OWN_CONTRACTS } from '../../support/own-project.ts';
import { writeConsumer } from '../consumer.ts';
import { loadSchemas } from './import-schemas.ts';

interface Generated {
  readonly contract: Contract;
  readonly module: SchemaModule;
}

const GENERATED: ReadonlyMap<string, Generated> = new Map(
  await Promise.all(
    OWN_CONTRACTS.map(async ({ name, contract: file }): Promise<[string, Generated]> => {
      const contract = await loadContract(file);
      return [name, { contract, module: await generateSchemas(contract, VALIBOT) }];
    }),
  ),
);

describe.each([...GENERATED])('schemas of Valibot for %s', (_, { contract, module }) => {
  let accepts: Awaited<ReturnType<typeof loadSchemas>>;
  beforeAll(async () => {
    accepts = await loadSchemas(module.text);
  });

  const cases = listAnswerCases(contract).flatMap(
    ({ operation, status, media, example, title }) => {
      const name = findSchemaNames(operation, module).responses.get(status);
      const isJson = bodyFormat(media?.type ?? '') === 'json';
      return isJson && name !== undefined && example !== undefined
        ? [{ title, name, value: example.value }]
        : [];
    },
  );

  test.each(cases)('accept the example $title', ({ name, value }) => {
    expect(accepts(name, value)).toBe(true);
  });
});

test('schemas of Valibot for the own contracts compile', async () => {
  const files = [...GENERATED].flatMap(([name, { contract, module }]) => [
    [`${name}/valibot.ts`, module.text],
    [`${name}/validation.ts`, generateValidation(contract, module, '.js')],
  ]);
  await using consumer = await writeConsumer(Object.fromEntries(files));
  expect(consumer.compile()).toEqual([]);
});
