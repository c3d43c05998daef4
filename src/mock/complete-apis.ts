import { CONTROL_MOUNT } from './control/control-mount.ts';
import type { HttpRequest, Serve } from './http/message.ts';
import { pathBelow } from './http/path-below.ts';
import { NO_PREFERENCE, readPreference } from './prism/preference.ts';
import type { MockApi } from './request/mock-api.ts';

const NO_QUERY = new URLSearchParams();

/** The same APIs with what they lack. */
export type CompleteApis = () => Promise<readonly MockApi[]>;

export interface Completion {
  /** Completes the APIs, once. */
  readonly complete: () => Promise<void>;
  /** Has all requests wait for it, but those for an example, which lack nothing. */
  readonly guard: (serve: Serve) => Serve;
}

/** Makes what puts complete APIs in the place of those that a server starts with. */
export function createCompletion(
  completeApis: CompleteApis | undefined,
  replace: (api: MockApi) => void,
): Completion {
  if (completeApis === undefined) return { complete: async () => {}, guard: (serve) => serve };
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
    guard: (serve) => (request) =>
      isDone || asksForExample(request) ? serve(request) : complete().then(() => serve(request)),
  };
}

/** Whether a request needs no behaviour, scenario or state; a `Prefer` that the mock does not know says nothing of it. */
function asksForExample({ headers, path }: HttpRequest): boolean {
  const isPlain =
    headers.get('x-mock-scenario') === null && pathBelow(path, CONTROL_MOUNT) === undefined;
  return isPlain && readPreference(headers, NO_QUERY) !== NO_PREFERENCE;
}
