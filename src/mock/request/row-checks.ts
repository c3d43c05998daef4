import type { Contract } from '../../contract/model/contract.ts';
import { describeRule, describeType } from '../../contract/model/describe-violation.ts';
import type { Violation } from '../../contract/model/violation.ts';
import { createSchemaValidator } from '../../contract/validate/schema-validator.ts';
import type { StatefulApi } from '../state/stateful-api.ts';
import type { TableSpec, TableSpecs } from '../state/table.ts';

/** Lists how a row breaks the schema of its table. */
export type RowCheck = (row: object) => readonly Violation[];

/** Makes the check of the rows of a table by its schema, which may refer to the contract. */
export function createRowCheck(
  { file, document }: Pick<Contract, 'file' | 'document'>,
  { schema }: TableSpec,
): RowCheck {
  if (schema === undefined) return () => [];
  const validate = createSchemaValidator({ file, document: { ...document, 'x-mock-row': schema } });
  return (row) => validate({ pointer: '/x-mock-row', schema }, row, 'body');
}

/** Makes the checks of stored rows by their tables, each compiled on its first use. */
export function createRowChecks(
  contract: Pick<Contract, 'file' | 'document'>,
  tables: TableSpecs,
): StatefulApi['findRowDefect'] {
  const checks = new Map<string, RowCheck>();
  return (table, key, row) => {
    const spec = tables[table];
    if (spec === undefined) return undefined;
    const check = checks.get(table) ?? createRowCheck(contract, spec);
    checks.set(table, check);
    const [violation] = check(row);
    return violation === undefined ? findKeyDefect(spec, key, row) : describe(violation);
  };
}

/** Says only the type of what was found, which may be a secret. */
function describe({ pointer, rule, found }: Violation): string {
  return `${pointer || '/'}: expected ${describeRule(rule)}, found ${describeType(found)}`;
}

/** The functions of a table without a schema may fail for what is no row of it. */
function findKeyDefect({ key: keyOf, indexes = {} }: TableSpec, key: string, row: object) {
  try {
    for (const { group } of Object.values(indexes)) group(row);
    const found = keyOf(row);
    return found === key ? undefined : `expected the key of its row, which is "${found}"`;
  } catch (error) {
    return `expected a row of the table, found one that it cannot read: ${error}`;
  }
}
