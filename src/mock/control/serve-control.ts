import type { Contract } from '../../contract/contract.ts';
import { createApiHandler } from '../api-handler.ts';
import type { Eventual } from '../eventual.ts';
import { pathBelow } from '../path-below.ts';
import type { Reply } from '../refusal.ts';
import type { Answer } from '../respond.ts';
import { createSandboxes } from '../sandbox/sandboxes.ts';
import type { WireRequest } from '../wire.ts';
import type { Controlled } from './control-api.ts';
import { CONTROL_MOUNT } from './control-mount.ts';
import { refuseCaller } from './refuse-caller.ts';

/** How a server lets itself be steered. */
export interface ControlOptions {
  /** Loads the contract of the control API, for the first request. */
  readonly loadContract: () => Promise<Contract>;
  /** Secret without which nobody may call; without one only this machine may. */
  readonly token?: string | undefined;
}

/** Makes the function that answers what is asked of the control API; `undefined` for any other path. */
export function serveControl(
  { loadContract, token }: ControlOptions,
  controlled: Controlled,
): (request: WireRequest) => Eventual<Answer> | undefined {
  // The control API is outside of all sandboxes, so that no scenario or fault of theirs reaches it.
  const sandbox = createSandboxes().open('default');
  const load = async () => {
    const [contract, { createControlApi }] = await Promise.all([
      loadContract(),
      import('./control-api.ts'),
    ]);
    return createApiHandler(createControlApi(contract, controlled));
  };
  let loading: ReturnType<typeof load> | undefined;
  return (request) => {
    if (pathBelow(request.path, CONTROL_MOUNT) === undefined) return undefined;
    const refusal = refuseCaller(request, token);
    if (refusal !== undefined) return writeProblem(refusal);
    loading ??= load();
    return loading.then((handle) => handle({ ...request, sandbox, base: request.origin }));
  };
}

function writeProblem({ status, headers, mediaType, body }: Reply): Answer {
  const response = {
    status,
    headers: { ...headers, 'content-type': `${mediaType}` },
    body: JSON.stringify(body),
  };
  return { response, violations: [] };
}
