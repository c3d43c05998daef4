import type { Operation } from '../contract/model/contract.ts';
import { listBodyCases } from './body-cases.ts';
import type { Case, CaseRequest, Constraint } from './case.ts';
import type { PlanTools } from './case-tools.ts';
import { listCredentialCases, listMethodCases, listUnknownIds } from './other-cases.ts';
import { listParameterCases } from './parameter-cases.ts';

/** What an operation is asked. */
export interface OperationPlan {
  readonly operation: Operation;
  /** Valid request, with all that the contract requires and nothing else. */
  readonly base: CaseRequest;
  /** Cases about which the contract leaves no doubt, in the order in which they are asked. */
  readonly cases: readonly Case[];
}

/**
 * Plans what an operation is asked: the documented examples, what just keeps each rule, and for each rule what breaks it and
 * nothing else. Gives the reason why no request can be made.
 *
 * Every case is read back as a server would read it: one that turns out to be allowed, forbidden or for another operation
 * against its purpose, such as the text `1` in the place of a text, is left out. With the extent `base` there are no cases.
 */
export async function planOperation(
  operation: Operation,
  tools: PlanTools,
  extent: 'base' | 'all' = 'all',
): Promise<OperationPlan | string> {
  const valid = tools.makeRequest(operation);
  if (typeof valid === 'string') return valid;
  const { anonymous, written } = valid;
  const base: CaseRequest = {
    ...anonymous,
    fixed: new Set(),
    ...(written !== undefined && { written }),
  };
  if (extent === 'base') return { operation, base, cases: [] };
  const siblings = tools.contract.operations.filter(({ path }) => path === operation.path);
  const planned: Case[] = [
    ...listParameterCases(operation, base, tools),
    ...listBodyCases(operation, base, tools),
    ...listCredentialCases(operation, base),
    ...listUnknownIds(operation, base, tools),
    ...(siblings[0] === operation ? listMethodCases(operation, siblings, base) : []),
  ];
  const cases: Case[] = [];
  const known = new Set<string>();
  for (const one of planned) {
    const identity = identify(one);
    if (known.has(identity) || !(await isCertain(one, tools))) continue;
    known.add(identity);
    cases.push(one);
  }
  return { operation, base, cases };
}

/** Rules of requests that the cases of a plan speak of. */
export function listConstraints({ cases }: OperationPlan): Constraint[] {
  return cases.flatMap(({ constraint, isAllowed }) =>
    constraint === undefined || isAllowed ? [] : [constraint],
  );
}

/** Two rules may be broken by one request, but each is asked once; titles tell places apart. */
function identify({ title }: Case): string {
  return title;
}

async function isCertain(
  { kind, operation, request, isAllowed }: Case,
  { check }: PlanTools,
): Promise<boolean> {
  if (kind === 'method') return true;
  const violations = await check(operation, request);
  if (violations === undefined) return false;
  if (kind === 'credentials' || kind === 'unknown-id') return violations.length === 0;
  return isAllowed === (violations.length === 0);
}
