import type { Contract } from '../../contract/model/contract.ts';
import type { Answer } from '../answer/answer.ts';
import type { HttpRequest } from '../http/message.ts';
import { pathBelow } from '../http/path-below.ts';
import type { Fetch } from '../http/to-fetch.ts';
import { answerRequest } from '../request/answer-request.ts';
import type { Destination } from '../request/context.ts';
import { serveApi } from '../request/served-api.ts';
import { createSandboxes, DEFAULT_SANDBOX } from '../state/sandboxes.ts';
import { admitPages } from './admit-page.ts';
import type { ServeAgents } from './answer-agent.ts';
import { answerProbe } from './answer-probe.ts';
import { CONTROL_MOUNT } from './control-mount.ts';
import type { Controlled } from './controlled.ts';
import type { FollowersOptions } from './followers.ts';
import { refuseCaller } from './refuse-caller.ts';
import { writeProblem } from './write-problem.ts';

/** Contract of the control API, and who may call it. */
export interface ControlOptions {
  /** Loads the contract of the control API on its first request. */
  readonly loadContract: () => Promise<Contract>;
  /** Token that every caller must send; without it, only callers on this machine are accepted. */
  readonly token?: string | undefined;
  /** Path at which it is served, without a trailing slash; `/_mock` by default. */
  readonly path?: string | undefined;
  /** Origins whose pages may call it with the token, such as `http://localhost:5173`; pages of no other origin by default. */
  readonly origins?: readonly string[] | undefined;
  /** Folder that the console was built into, a page that uses this API; without it there is none. */
  readonly console?: string | undefined;
  /** How many may follow journals at a time, 100 by default, and how their connections are kept open. */
  readonly followers?: FollowersOptions | undefined;
  /** Serves agents at `/mcp` below that path, to whoever may call the control API; without it nothing is there. */
  readonly agents?: ServeAgents | undefined;
}

/** The control API of a mock server. */
export interface Control {
  /** Path at which it is served. */
  readonly mount: string;
  readonly isFor: (request: HttpRequest) => boolean;
  readonly answer: (request: HttpRequest) => Promise<Answer>;
  /** Ends all that is still being sent. */
  readonly close: () => Promise<void>;
}

/** Creates the control API; its code and contract load on the first request. `fetch` is that of the mock. */
export function createControl(
  {
    loadContract,
    token,
    path: mount = CONTROL_MOUNT,
    origins = [],
    followers,
    agents,
  }: ControlOptions,
  controlled: Controlled,
  fetch: Fetch,
): Control {
  // A sandbox of its own, so that no scenario or fault applies to the control API.
  const sandbox = createSandboxes().open(DEFAULT_SANDBOX);
  const pages = admitPages(origins);
  const load = async () => {
    const [contract, { createControlApi }, { createFollowers }] = await Promise.all([
      loadContract(),
      import('./control-api.ts'),
      import('./followers.ts'),
    ]);
    const open = createFollowers(followers);
    return { served: serveApi(createControlApi(contract, mount, controlled, open)), open };
  };
  let loading: ReturnType<typeof load> | undefined;
  return {
    mount,
    isFor: ({ path }) => pathBelow(path, mount) !== undefined,
    answer: async (request) => {
      const probed = answerProbe(request, pathBelow(request.path, mount), controlled.isReady);
      if (probed !== undefined) return probed;
      const preflight = pages.answerPreflight(request);
      if (preflight !== undefined) return { response: preflight, violations: [] };
      const answer = await answerCaller(request);
      return { ...answer, response: pages.addFields(request, answer.response) };
    },
    close: async () => {
      const loaded = await loading?.catch(() => undefined);
      loaded?.open.close();
    },
  };

  async function answerCaller(request: HttpRequest): Promise<Answer> {
    const refusal = refuseCaller(request, token, origins);
    if (refusal !== undefined) return writeProblem(refusal);
    if (agents !== undefined && pathBelow(request.path, mount) === '/mcp') {
      const { answerAgent } = await import('./answer-agent.ts');
      return answerAgent(agents, request, fetch);
    }
    loading ??= load();
    const { path, origin: base } = request;
    const { served } = await loading;
    const visit: Destination['visit'] = (act) => controlled.sandboxes.perform(() => act(sandbox));
    return answerRequest(served, request, { visit, path, base });
  }
}
