import type { Operation } from '../../contract/model/contract.ts';
import type { HeaderReader } from '../../contract/model/header-reader.ts';
import { describeUnknownName } from '../../text/nearest-name.ts';
import type { Refusal } from '../authoring/refusal.ts';
import { DEFAULT_SCENARIO } from '../state/sandbox-settings.ts';
import type { Scenario, Scenarios } from './scenario.ts';

/** Scenario by `X-Mock-Scenario`; without it the sandbox's, or `default` if the API lacks that. */
export function chooseScenario(
  scenarios: Scenarios,
  headers: HeaderReader,
  sandbox: { readonly scenario: string },
): Scenario | Refusal {
  const name = headers.get('x-mock-scenario');
  const found = scenarios.get(name ?? sandbox.scenario);
  if (found !== undefined) return found;
  const other = name === null ? scenarios.get(DEFAULT_SCENARIO) : undefined;
  return other ?? unknownName(scenarios, name ?? sandbox.scenario);
}

/** Refusal of a call by the scenario; `unauthenticated` only if the operation needs credentials. */
export function findScenarioRefusal(
  { refuse }: Scenario,
  { security }: Operation,
): Refusal | undefined {
  const needsCredentials = security.length > 0 && security.every((schemes) => schemes.length > 0);
  if (refuse === 'internal') return { kind: 'internal', cause: { type: 'scenario' } };
  const isRefused = refuse === 'unauthenticated' && needsCredentials;
  return isRefused ? { kind: 'unauthenticated', violations: [] } : undefined;
}

function unknownName(scenarios: Scenarios, found: string): Refusal {
  const known = [...scenarios.keys()];
  const rule = {
    keyword: 'scenario',
    params: { known },
    message: `must be one of ${known.join(', ')}`,
  };
  return {
    kind: 'invalid-setting',
    violations: [{ in: 'header', pointer: '/x-mock-scenario', rule, found }],
    message: describeUnknownName('scenario', found, known),
  };
}
