import type { ApiHandler, MockApi } from './api-handler.ts';

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
  const mount = (api: MockApi): Mount => ({ api, handle: createHandler(api) });
  let mounts = apis.map(mount);
  return {
    list: () => mounts,
    find: (path) => mounts.find(({ api }) => isBelow(path, api.mount)),
    replace: (api) => {
      if (!mounts.some((old) => old.api.name === api.name)) throw unknownName(api.name, mounts);
      const exchanged = mount(api);
      mounts = mounts.map((old) => (old.api.name === api.name ? exchanged : old));
    },
  };
}

function isBelow(path: string, base: string): boolean {
  return path.startsWith(base) && (path.length === base.length || path[base.length] === '/');
}

function unknownName(name: string, mounts: readonly Mount[]): Error {
  const known = mounts.map(({ api }) => api.name).join(', ');
  return new Error(`No API is called "${name}". Known: ${known}.`);
}
