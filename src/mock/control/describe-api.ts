import { listServers } from '../../contract/model/list-servers.ts';
import type { components } from '../../generated/mock-control/types.ts';
import type { MockApi } from '../request/mock-api.ts';
import { scenariosOf } from '../scenarios/compile-scenarios.ts';

/** Describes an API with its URL, its scenarios and its tables. */
export function describeApi(
  api: MockApi,
  link: (path: string) => string,
): components['schemas']['Api'] {
  const { name, mount, site = mount, contract, behaviour, collections } = api;
  return {
    name,
    title: contract.title,
    url: link(mount || '/'),
    site: link(site || '/'),
    servers: listServers(contract.document),
    scenarios: [...scenariosOf(api).values()].map((scenario) => ({
      name: scenario.name,
      summary: scenario.summary,
    })),
    tables: Object.entries(behaviour?.tables ?? {}).map(([table, { schema }]) => ({
      name: table,
      isWritable: schema !== undefined,
    })),
    ...(collections && {
      collections: collections.map(({ roles, ...collection }) => ({
        ...collection,
        roles: [...roles],
      })),
    }),
  };
}
