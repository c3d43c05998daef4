import { describeUnknownName } from '../../text/nearest-name.ts';
import { pathBelow } from '../http/path-below.ts';
import type { MockApi } from './mock-api.ts';
import type { ServedApi } from './served-api.ts';
import { SharedNameError } from './shared-name-error.ts';

/** APIs of a server by their base paths; each may be replaced while it serves. */
export interface Mounts {
  readonly list: () => readonly MockApi[];
  /** API that a path belongs to: of several, the one with the longest base path. */
  readonly find: (path: string) => ServedApi | undefined;
  /** Throws if no API has the name, or if the new one cannot be served; then nothing changes. */
  readonly replace: (api: MockApi) => void;
}

/** Serves several APIs; throws if two of them have the same name or base path. */
export function createMounts(apis: readonly MockApi[], serve: (api: MockApi) => ServedApi): Mounts {
  refuseTwins(apis);
  let served = apis.map(serve);
  let longestFirst = sortLongestFirst(served);
  return {
    list: () => served.map(({ api }) => api),
    find: (path) => longestFirst.find(({ api }) => pathBelow(path, baseOf(api)) !== undefined),
    replace: (api) => {
      if (!served.some((old) => old.api.name === api.name)) throw unknownName(api.name, served);
      const replacement = serve(api);
      served = served.map((old) => (old.api.name === api.name ? replacement : old));
      longestFirst = sortLongestFirst(served);
    },
  };
}

function sortLongestFirst(served: readonly ServedApi[]): ServedApi[] {
  return served.toSorted((one, other) => countSegments(other) - countSegments(one));
}

function countSegments({ api }: ServedApi): number {
  return baseOf(api).split('/').length;
}

function baseOf({ site, mount }: MockApi): string {
  return site ?? mount;
}

/** Of two APIs with the same base path, or the same name, the second could not be reached. */
function refuseTwins(apis: readonly MockApi[]): void {
  for (const [index, { name, mount }] of apis.entries()) {
    const twin = apis.slice(0, index).find((other) => other.mount === mount || other.name === name);
    if (twin === undefined) continue;
    const [what, shared] = twin.mount === mount ? ['path', mount || '/'] : ['name', name];
    throw new SharedNameError(
      `"${twin.name}" and "${name}" have the same ${what} "${shared}". Give each one of its own in "apis".`,
    );
  }
}

function unknownName(name: string, served: readonly ServedApi[]): Error {
  const known = served.map(({ api }) => api.name);
  return new Error(describeUnknownName('API', name, known));
}
