import type { Operation } from '../../contract/model/contract.ts';
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
        codes: countNone(answers.flatMap(([, { codes }]) => codes)),
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
      return met === undefined ? [] : [toCoverage(name, operation, met)];
    }),
  );
}

function toCoverage(api: string, operation: Operation, met: OperationCounts): OperationCoverage {
  return {
    api,
    operation: operation.id,
    statuses: countStatuses(operation, met),
    codes: Object.fromEntries(met.codes),
    examples: Object.fromEntries(met.examples),
  };
}

/** Counts each status as it was sent, and once more where a class such as `4XX` declares it, or `default`. */
function countStatuses(
  operation: Operation,
  { statuses }: OperationCounts,
): Record<string, number> {
  const counts = new Map(statuses);
  for (const [status, count] of statuses) {
    const declared = findResponse(operation, Number(status))?.status ?? status;
    if (declared !== status) counts.set(declared, (counts.get(declared) ?? 0) + count);
  }
  return Object.fromEntries(counts);
}
