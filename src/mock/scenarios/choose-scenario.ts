import type { Operation } from '../../contract/contract.ts';
import type { Violation } from '../../contract/violation.ts';
import type { RoutedRequest } from '../routed-request.ts';
import {
  DEFAULT_SCENARIO,
  type Scenario,
  type ScenarioRefusal,
  type Scenarios,
} from './scenario.ts';

/** Scenario of a request: the one that `X-Mock-Scenario` names, or else its sandbox's, if the API has it. */
export function chooseScenario(
  scenarios: Scenarios,
  { headers, sandbox }: RoutedRequest,
): Scenario | Violation {
  const name = headers.get('x-mock-scenario');
  const found = scenarios.get(name ?? sandbox.scenario);
  if (found !== undefined) return found;
  const other = name === null ? scenarios.get(DEFAULT_SCENARIO) : undefined;
  return other ?? unknownName(scenarios, name);
}

/** Reason for which a scenario refuses a call of an operation; one that needs no sign-in cannot lack it. */
export function findScenarioRefusal(
  { refuse }: Scenario,
  { security }: Operation,
): ScenarioRefusal | undefined {
  const needsSignIn = security.length > 0 && security.every((schemes) => schemes.length > 0);
  return refuse === 'unauthenticated' && !needsSignIn ? undefined : refuse;
}

function unknownName(scenarios: Scenarios, found: string | null): Violation {
  const expected = `one of ${[...scenarios.keys()].join(', ')}`;
  return { in: 'header', pointer: '/x-mock-scenario', keyword: 'scenario', expected, found };
}
