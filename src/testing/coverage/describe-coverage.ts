import type { Operation } from '../../contract/model/contract.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import type { MockApi } from '../../mock/create-mock.ts';
import type { OperationCounts } from '../../mock/journal/tally.ts';
import type { Coverage, OperationCoverage } from './coverage.ts';
import { listDeclared } from './list-declared.ts';
import { mergeCounts } from './merge-counts.ts';

type Counts = ReadonlyMap<string, OperationCounts>;

/** Puts what was counted beside what the contracts have. */
export function describeCoverage(apis: readonly MockApi[], counted: readonly Counts[]): Coverage {
  const declared = apis.flatMap(({ name, contract }) => listDeclared(name, contract));
  const operations = apis.flatMap(({ contract }) => contract.operations);
  const met = counted.map((counts) =>
    declared.flatMap((one, index) => {
      const found = counts.get(`${one.api} ${one.operation}`);
      const operation = operations[index];
      return found === undefined || operation === undefined
        ? []
        : [toCoverage(one, operation, found)];
    }),
  );
  return mergeCounts([declared, ...met]);
}

function toCoverage(
  declared: OperationCoverage,
  operation: Operation,
  { statuses, codes, examples, parameters, constraints }: OperationCounts,
): OperationCoverage {
  const isNamed = (code: string) => Object.hasOwn(declared.codes, code);
  const declaredAs = (status: string) => findResponse(operation, Number(status))?.status;
  return {
    api: declared.api,
    operation: operation.id,
    statuses: sumBy(statuses, declaredAs),
    inClasses: sumBy(statuses, (status) => {
      const name = declaredAs(status);
      return name === undefined || name === status ? undefined : status;
    }),
    undocumented: sumBy(statuses, (status) =>
      declaredAs(status) === undefined ? status : undefined,
    ),
    codes: sumBy(codes, (code) => (isNamed(code) ? code : undefined)),
    otherCodes: sumBy(codes, (code) => (isNamed(code) ? undefined : code)),
    examples: Object.fromEntries(examples),
    parameters: Object.fromEntries(parameters),
    constraints: Object.fromEntries(constraints),
  };
}

/** Adds up counts by other names; those without one are left out. */
function sumBy(
  counts: ReadonlyMap<string, number>,
  nameOf: (key: string) => string | undefined,
): Record<string, number> {
  const sums = new Map<string, number>();
  for (const [key, count] of counts) {
    const name = nameOf(key);
    if (name !== undefined) sums.set(name, (sums.get(name) ?? 0) + count);
  }
  return Object.fromEntries(sums);
}
