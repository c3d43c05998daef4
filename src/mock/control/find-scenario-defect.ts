import { describeUnknownName } from '../../text/nearest-name.ts';
import type { MockApi } from '../request/mock-api.ts';
import { scenariosOf } from '../scenarios/compile-scenarios.ts';

/** Message about the name of a scenario that no API has, with the known ones; `undefined` if one has it. */
export function findScenarioDefect(name: string, apis: readonly MockApi[]): string | undefined {
  const known = new Set(apis.flatMap((api) => [...scenariosOf(api).keys()]));
  return known.has(name) ? undefined : describeUnknownName('scenario', name, [...known]);
}
