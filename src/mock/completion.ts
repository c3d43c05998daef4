import type { MockApi } from './engine.ts';
import type { Serve } from './wire.ts';

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
      isDone || request.headers.get('prefer') !== null
        ? serve(request)
        : complete().then(() => serve(request)),
  };
}
