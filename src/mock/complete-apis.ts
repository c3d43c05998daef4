import { CONTROL_MOUNT } from './control/control-mount.ts';
import type { HttpRequest, Serve } from './http/message.ts';
import { pathBelow } from './http/path-below.ts';
import { NO_PREFERENCE, readPreference } from './prism/preference.ts';
import type { MockApi } from './request/mock-api.ts';

const NO_QUERY = new URLSearchParams();

/** Loads complete versions of the APIs that a server starts with. */
export type CompleteApis = () => Promise<readonly MockApi[]>;

export interface Completion {
  /** Loads and replaces the APIs, once. */
  readonly complete: () => Promise<void>;
  /** Delays every request until the APIs are complete, except requests for an example. */
  readonly waitForApis: (serve: Serve) => Serve;
}

/** Replaces the APIs that a server starts with by complete ones, on first need. */
export function createCompletion(
  completeApis: CompleteApis | undefined,
  replace: (api: MockApi) => void,
): Completion {
  if (completeApis === undefined)
    return { complete: async () => {}, waitForApis: (serve) => serve };
  let isDone = false;
  let running: Promise<void> | undefined;
  const run = async () => {
    for (const api of await completeApis()) replace(api);
    isDone = true;
  };
  const complete = () => {
    running ??= run();
    return running;
  };
  return {
    complete,
    waitForApis: (serve) => (request) =>
      isDone || asksForExample(request) ? serve(request) : complete().then(() => serve(request)),
  };
}

/** Whether `Prefer` asks for an answer that needs no behaviour, scenario or state. */
function asksForExample({ headers, path }: HttpRequest): boolean {
  const isPlain =
    headers.get('x-mock-scenario') === null && pathBelow(path, CONTROL_MOUNT) === undefined;
  return isPlain && readPreference(headers, NO_QUERY) !== NO_PREFERENCE;
}
