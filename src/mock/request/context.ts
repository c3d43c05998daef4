import type { Operation } from '../../contract/model/contract.ts';
import type { RenderedReply } from '../answer/render-reply.ts';
import type { Context, Identified } from '../authoring/behaviour.ts';
import type { ApiRequest, Refusal } from '../authoring/refusal.ts';
import type { Reply } from '../authoring/reply.ts';
import type { WebhookMessage } from '../authoring/webhook-message.ts';
import type { Sandbox } from '../state/sandbox.ts';
import { WorldFullError } from '../state/world-full-error.ts';
import type { ServedApi } from './served-api.ts';

/** Where a request leads. */
export interface Destination {
  /**
   * Runs an act on the sandbox, more than once if others change it meanwhile: what it did before is undone then. A `lasting`
   * act goes on with what is known where the sandbox cannot be reached at present.
   */
  readonly visit: <T>(act: (sandbox: Sandbox) => T, isLasting: boolean) => T | Promise<T>;
  /** Path without the segment that names the sandbox. */
  readonly path: string;
  /** URL below which the server is reached in the sandbox, without a trailing slash. */
  readonly base: string;
  /** URL of the provider's host, if its caller reaches it elsewhere than on the server, without a trailing slash. */
  readonly site?: string | undefined;
}

/** Context of a behaviour for one request. */
export interface OpenContext {
  readonly context: Context;
  /** Caller, or the reply to one who is refused. */
  readonly identified: Identified<unknown>;
  /**
   * Runs an act as one transaction: unless it ends in a refusal, or in a reply that cannot be written, its changes are
   * kept and its messages sent.
   */
  readonly perform: (act: () => Reply | Refusal) => RenderedReply | Refusal;
}

/** Opens the world of an API for one request; `undefined` for an API without a behaviour. */
export function openContext(
  { api, stateful, settings, sendWebhook, render }: ServedApi,
  { base, site = base + (api.site ?? api.mount) }: Pick<Destination, 'base' | 'site'>,
  sandbox: Sandbox,
  request: ApiRequest,
  seed: string,
): OpenContext | undefined {
  const { behaviour } = api;
  if (behaviour === undefined || stateful === undefined) return undefined;
  const { tables, random, transact } = sandbox.open(stateful, seed);
  const messages: (() => WebhookMessage)[] = [];
  const context: Context = {
    tables,
    random,
    now: sandbox.now(stateful),
    request,
    credentials: readCredentials(request),
    settings,
    isPublic: isPublic(request.operation),
    link: (path) => site + path,
    emit: (describe) => void messages.push(describe),
  };
  // A reply that refuses a caller may draw as well, which is to be stored.
  const identified = transact(
    () => behaviour.identify?.(context) ?? { caller: undefined },
    () => true,
  );
  return { context, identified, perform };

  function perform(act: () => Reply | Refusal): RenderedReply | Refusal {
    try {
      const outcome = transact(
        () => renderOutcome(act()),
        (result) => !('kind' in result),
      );
      if (!('kind' in outcome) && sandbox.webhook !== undefined) {
        for (const describe of messages) sendWebhook?.(describe(), api, sandbox);
      }
      return outcome;
    } catch (error) {
      if (!(error instanceof WorldFullError)) throw error;
      return { kind: 'internal', cause: { type: 'full-sandbox', message: error.message } };
    }
  }

  function renderOutcome(outcome: Reply | Refusal): RenderedReply | Refusal {
    if ('kind' in outcome) return outcome;
    return { reply: outcome, response: render(outcome, request.operation) };
  }
}

/** Behaviours that strangers may use as well: operations without security, and pages. */
function isPublic(operation: Operation | undefined): boolean {
  return operation === undefined || operation.security.length === 0;
}

function readCredentials({ headers }: ApiRequest): string {
  return (headers.get('authorization') ?? '').trim().replace(/^Bearer\s+/i, '');
}
