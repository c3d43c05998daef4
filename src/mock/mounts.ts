import type { ApiHandler } from './api-handler.ts';
import type { MockApi } from './engine.ts';
import { pathBelow } from './path-below.ts';

/** API at its base path. */
export interface Mount {
  readonly api: MockApi;
  readonly handle: ApiHandler;
}

/** APIs of a server; each may be exchanged while it serves. */
export interface Mounts {
  readonly list: () => readonly Mount[];
  /** API that a path belongs to. */
  readonly find: (path: string) => Mount | undefined;
  /** Throws when no API has the name, or when the handler cannot be made; then all stays as it was. */
  readonly replace: (api: MockApi) => void;
}

export function createMounts(
  apis: readonly MockApi[],
  createHandler: (api: MockApi) => ApiHandler,
): Mounts {
  refuseTwins(apis);
  const mount = (api: MockApi): Mount => ({ api, handle: createHandler(api) });
  let mounts = apis.map(mount);
  return {
    list: () => mounts,
    find: (path) => mounts.find(({ api }) => pathBelow(path, api.site ?? api.mount) !== undefined),
    replace: (api) => {
      if (!mounts.some((old) => old.api.name === api.name)) throw unknownName(api.name, mounts);
      const exchanged = mount(api);
      mounts = mounts.map((old) => (old.api.name === api.name ? exchanged : old));
    },
  };
}

/** Of two APIs with one base path, or with one name, the second could not be reached. */
function refuseTwins(apis: readonly MockApi[]): void {
  for (const [index, { name, mount }] of apis.entries()) {
    const twin = apis.slice(0, index).find((other) => other.mount === mount || other.name === name);
    if (twin === undefined) continue;
    const [what, shared] = twin.mount === mount ? ['path', mount || '/'] : ['name', name];
    throw new Error(
      `"${twin.name}" and "${name}" have the same ${what} "${shared}". Give each one of its own in "apis".`,
    );
  }
}

function unknownName(name: string, mounts: readonly Mount[]): Error {
  const known = mounts.map(({ api }) => api.name).join(', ');
  return new Error(`No API is called "${name}". Known: ${known}.`);
}
