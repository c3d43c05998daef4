import { readExample } from '../../contract/example/read-example.ts';
import { CLOCK_LIMITS, isClockInstant } from '../state/clock.ts';
import type { StatefulApi } from '../state/stateful-api.ts';
import type { MockApi } from './mock-api.ts';
import { createRowChecks } from './row-checks.ts';

type Described = Pick<MockApi, 'name' | 'contract' | 'behaviour'>;

/** API as sandboxes know it; `undefined` for one without a behaviour. Throws for an epoch that is no time of a clock. */
export function toStatefulApi({ name, contract, behaviour }: Described): StatefulApi | undefined {
  if (behaviour === undefined) return undefined;
  const { epoch, tables, seeds } = behaviour;
  const instant = Date.parse(epoch);
  if (!isClockInstant(instant)) {
    throw new Error(`${name}: expected an epoch ${CLOCK_LIMITS}, found "${epoch}".`);
  }
  return {
    name,
    epoch: instant,
    tables,
    findRowDefect: createRowChecks(contract, tables),
    fill: (seed, world) => {
      const fillWorld = Object.hasOwn(seeds, seed) ? seeds[seed] : undefined;
      if (fillWorld === undefined) throw new Error(`${name} has no seed "${seed}".`);
      fillWorld({ ...world, example: (operation, key) => readExample(contract, operation, key) });
    },
  };
}

/** APIs as sandboxes know them, without those that have no behaviour. */
export function listStatefulApis(apis: readonly MockApi[]): StatefulApi[] {
  return apis.map(toStatefulApi).filter((api) => api !== undefined);
}
