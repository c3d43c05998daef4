import { planAnswers } from '../../contract/answers/plan-answers.ts';
import type { Contract, Operation } from '../../contract/model/contract.ts';
import { listRequestRules } from '../../contract/rules/list-request-rules.ts';
import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import { listParameters } from '../../mock/journal/request-plan.ts';
import type { OperationCoverage } from './coverage.ts';

/** Lists all that a contract has, with counts of 0. */
export function listDeclared(api: string, contract: Contract): OperationCoverage[] {
  return declaredOf(contract).map((operation) => ({ api, ...operation }));
}

const declaredOf = memoizePerObject((contract: Contract) =>
  contract.operations.map((operation) => describe(operation, contract)),
);

function describe(operation: Operation, contract: Contract): Omit<OperationCoverage, 'api'> {
  const answers = [...planAnswers(operation, contract)];
  const rules = listRequestRules(contract, operation);
  return {
    operation: operation.id,
    statuses: countNone(answers.map(([status]) => status)),
    inClasses: {},
    undocumented: {},
    codes: countNone(answers.flatMap(([, { codes }]) => codes)),
    otherCodes: {},
    examples: countNone(
      answers.flatMap(([status, { examples }]) => examples.map((key) => `${status} ${key}`)),
    ),
    parameters: countNone(listParameters(operation)),
    constraints: countNone(rules.map(({ name }) => name)),
  };
}

function countNone(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(names.map((name) => [name, 0]));
}
