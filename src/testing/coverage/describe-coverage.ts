import type { Contract, Operation } from '../../contract/model/contract.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import type { MockApi } from '../../mock/create-mock.ts';
import { planOperation } from '../../mock/journal/answer-plan.ts';
import type { OperationCounts } from '../../mock/journal/tally.ts';
import type { Coverage, OperationCoverage } from './coverage.ts';
import { mergeCounts } from './merge-counts.ts';

type Counts = ReadonlyMap<string, OperationCounts>;

/** Puts what was counted beside what the contracts have. */
export function describeCoverage(apis: readonly MockApi[], counted: readonly Counts[]): Coverage {
  return mergeCounts([listDeclared(apis), ...counted.map((counts) => listMet(apis, counts))]);
}

/** All that the contracts have, with counts of 0. */
function listDeclared(apis: readonly MockApi[]): Coverage {
  return apis.flatMap(({ name, contract }) =>
    contract.operations.map((operation): OperationCoverage => {
      const answers = [...planOperation(operation, contract)];
      return {
        api: name,
        operation: operation.id,
        statuses: countNone(answers.map(([status]) => status)),
        inClasses: {},
        undocumented: {},
        codes: countNone(answers.flatMap(([, { codes }]) => codes)),
        otherCodes: {},
        examples: countNone(
          answers.flatMap(([status, { examples }]) => examples.map((key) => `${status} ${key}`)),
        ),
      };
    }),
  );
}

function countNone(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(names.map((name) => [name, 0]));
}

function listMet(apis: readonly MockApi[], counts: Counts): Coverage {
  return apis.flatMap(({ name, contract }) =>
    contract.operations.flatMap((operation) => {
      const met = counts.get(`${name} ${operation.id}`);
      return met === undefined ? [] : [toCoverage(name, operation, contract, met)];
    }),
  );
}

function toCoverage(
  api: string,
  operation: Operation,
  contract: Contract,
  { statuses, codes, examples }: OperationCounts,
): OperationCoverage {
  const answers = [...planOperation(operation, contract).values()];
  const named = new Set(answers.flatMap((answer) => answer.codes));
  const declaredAs = (status: string) => findResponse(operation, Number(status))?.status;
  return {
    api,
    operation: operation.id,
    statuses: sumBy(statuses, declaredAs),
    inClasses: sumBy(statuses, (status) => {
      const declared = declaredAs(status);
      return declared === undefined || declared === status ? undefined : status;
    }),
    undocumented: sumBy(statuses, (status) =>
      declaredAs(status) === undefined ? status : undefined,
    ),
    codes: sumBy(codes, (code) => (named.has(code) ? code : undefined)),
    otherCodes: sumBy(codes, (code) => (named.has(code) ? undefined : code)),
    examples: Object.fromEntries(examples),
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
