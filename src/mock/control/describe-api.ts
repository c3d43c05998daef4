import type { components } from '../../generated/mock-control/types.ts';
import type { MockApi } from '../request/mock-api.ts';
import { scenariosOf } from '../scenarios/compile-scenarios.ts';

/** API of the server with its scenarios and the tables of its state. */
export function describeApi(
  api: MockApi,
  link: (path: string) => string,
): components['schemas']['Api'] {
  const { name, mount, contract, behaviour } = api;
  return {
    name,
    title: contract.title,
    url: link(mount || '/'),
    scenarios: [...scenariosOf(api).values()].map((scenario) => ({
      name: scenario.name,
      summary: scenario.summary,
    })),
    tables: Object.entries(behaviour?.tables ?? {}).map(([table, { schema }]) => ({
      name: table,
      isWritable: schema !== undefined,
    })),
  };
}
