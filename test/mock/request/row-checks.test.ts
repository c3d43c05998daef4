import { describe, expect, test } from 'vitest';
import { loadProject } from '../../../src/apis/load-project.ts';
import { createRowChecks } from '../../../src/mock/request/row-checks.ts';
import { toStatefulApi } from '../../../src/mock/request/stateful-api.ts';
import { scenariosOf } from '../../../src/mock/scenarios/compile-scenarios.ts';
import { createSandboxes } from '../../../src/mock/state/sandboxes.ts';
import type { TableSpecs } from '../../../src/mock/state/table.ts';
import { contractOf } from '../../support/test-contract.ts';

const contract = contractOf({ components: { schemas: { Text: { type: 'string' } } } });
const idOf = (row: object) => ('id' in row ? String(row.id) : '');
const tables: TableSpecs = {
  notes: {
    key: idOf,
    schema: {
      type: 'object',
      required: ['id'],
      properties: { id: { $ref: '#/components/schemas/Text' } },
    },
  },
  loose: {
    key: idOf,
    indexes: { owner: { group: (row) => ('owner' in row ? String(row.owner) : fail()) } },
  },
};

function fail(): never {
  throw new Error('no owner');
}

describe('createRowChecks', () => {
  const check = createRowChecks(contract, tables);

  test.each([
    ['notes', 'a', { id: 'a' }, undefined],
    ['notes', 'a', { id: 1 }, '/id: expected string, found number'],
    ['notes', 'a', {}, '/id: expected a value, found nothing'],
    ['notes', 'a', { id: 'b' }, 'expected the key of its row, which is "b"'],
    ['loose', 'a', { id: 'a', owner: 1 }, undefined],
    ['loose', 'a', { id: 'b', owner: 1 }, 'expected the key of its row, which is "b"'],
    [
      'loose',
      'a',
      { id: 'a' },
      'expected a row of the table, found one that it cannot read: Error: no owner',
    ],
    ['unknown', 'a', {}, undefined],
  ])('says of a row of %s under %j with the value %j: %s', (table, key, row, expected) => {
    expect(check(table, key, row)).toBe(expected);
  });
});

const OWN = await loadProject();

describe('the rows of the own APIs', () => {
  test.each(OWN.map((api) => [api.name, api] as const))(
    'fit their tables in all seeds of %s',
    (_name, api) => {
      const stateful = toStatefulApi(api) ?? fail();
      for (const { seed } of scenariosOf(api).values()) {
        const world = createSandboxes().open('default').open(stateful, seed);
        for (const [table, { rows }] of Object.entries(world.tables)) {
          for (const row of rows()) {
            const plain = JSON.parse(JSON.stringify(row));
            const key = api.behaviour?.tables[table]?.key(row) ?? fail();
            expect(stateful.findRowDefect(table, key, plain)).toBeUndefined();
          }
        }
      }
    },
  );
});
