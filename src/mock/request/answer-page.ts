import type { Match } from '../../contract/match/match-operation.ts';
import type { RenderedReply } from '../answer/render-reply.ts';
import type { ApiRequest, Refusal } from '../authoring/refusal.ts';
import type { Reply } from '../authoring/reply.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Sandbox } from '../state/sandbox.ts';
import { type Destination, openContext } from './context.ts';
import type { ServedApi } from './served-api.ts';

/** Answers a path that the contract does not have: by a page of the provider, or with `miss`. */
export function answerPage(
  served: ServedApi,
  destination: Destination,
  sandbox: Sandbox,
  request: ApiRequest,
  { seed }: Scenario,
  miss: Exclude<Match, { readonly kind: 'operation' }>,
): Reply | Refusal | RenderedReply {
  const found = served.findPage(request.method, request.path);
  const opened = found && openContext(served, destination, sandbox, request, seed);
  if (found === undefined || opened === undefined) return miss;
  const { context, identified, perform } = opened;
  if ('reply' in identified) return identified.reply;
  const { caller } = identified;
  return perform(() => found.page.handle({ ...context, path: found.values, caller }));
}
