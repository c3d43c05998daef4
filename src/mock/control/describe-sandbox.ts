import type { components } from '../../generated/mock-control/types.ts';
import { prefixOf } from '../request/find-sandbox.ts';
import type { MockApi } from '../request/mock-api.ts';
import { listStatefulApis } from '../request/stateful-api.ts';
import type { Sandbox } from '../state/sandbox.ts';

type Schemas = components['schemas'];

/** Describes the current settings of a sandbox. */
export function describeSandbox(
  sandbox: Sandbox,
  apis: readonly MockApi[],
  link: (path: string) => string,
): Schemas['Sandbox'] {
  const { name, scenario, faults, webhook, journal } = sandbox;
  return {
    name,
    url: link(prefixOf(name) || '/'),
    scenario,
    clock: describeClock(sandbox, apis),
    faults: [...faults],
    webhook: webhook === undefined ? null : { url: webhook.url },
    requests: journal.total(),
  };
}

/** Describes the current time of each API with state. */
export function describeClock({ now }: Sandbox, apis: readonly MockApi[]): Schemas['Clock'] {
  return {
    apis: Object.fromEntries(
      listStatefulApis(apis).map((api) => [api.name, new Date(now(api)).toISOString()]),
    ),
  };
}
