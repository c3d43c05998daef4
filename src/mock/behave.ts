import type { Operation } from '../contract/contract.ts';
import { findResponse } from '../contract/contract-checks.ts';
import type { ParameterSource } from '../contract/decode-parameters.ts';
import type { Accepted } from './accept-request.ts';
import type {
  Behaviour,
  BehaviourSettings,
  DescribeMessage,
  Handler,
  Identified,
  Visit,
} from './behaviour.ts';
import { isRefusal, type Refusal, type Reply } from './refusal.ts';
import type { ReadSituation } from './sandbox/read-memory.ts';
import type { InhabitedApi, Sandbox } from './sandbox/sandbox.ts';
import type { TableSpecs } from './sandbox/world.ts';
import { WorldFullError } from './sandbox/world.ts';
import { clearTrace, createVisit, type OpenVisit } from './visit.ts';
import type { WireRequest } from './wire.ts';

type AnyHandler = Handler<unknown, TableSpecs, unknown>;

/** One request that a behaviour answers. */
export interface Act {
  /** Caller, or the answer to one who is refused. */
  readonly identify: () => Identified<unknown>;
  /** What the handler answers; its changes are kept where `judge` lets the answer pass. */
  readonly perform: (caller: unknown, asked: Accepted, judge: Judge) => Reply | Refusal;
}

/** What becomes of an answer that is checked against the contract. */
export type Judge = (reply: Reply) => Reply | Refusal;

const NOBODY = { caller: undefined };

/** Where a request is acted out. */
export interface Scene {
  readonly api: InhabitedApi;
  readonly sandbox: Sandbox;
  /** Seed of the world that the request sees. */
  readonly seed: string;
  readonly settings: BehaviourSettings;
  /** URL below which the provider's host is served in the sandbox. */
  readonly base: string;
  /** Takes what is to be sent to the receiver of webhooks; absent where there is none. */
  readonly deliver?: ((describe: DescribeMessage) => void) | undefined;
}

/** Prepares the handler of an operation for one request; `undefined` where the behaviour has none. */
export function prepareAct(
  scene: Scene,
  operation: Operation,
  source: ParameterSource,
  { method, query: rawQuery }: WireRequest,
  path: string,
): Act | undefined {
  const { handlers, isPure = false } = scene.api.behaviour;
  if (!Object.hasOwn(handlers, operation.id)) return undefined;
  const handler = handlers[operation.id] as AnyHandler;
  const { query, headers } = source;
  const request = { method, path, query, headers };
  const visit = createVisit(scene, request, operation.security.length === 0);
  return {
    identify: () => identify(scene, visit),
    perform: (caller, asked, judge) => {
      const call = visit.toCall(caller, asked);
      const act = () => judge(complete(handler(call), operation));
      if (!isPure || operation.method !== 'get') return transact(scene, visit, act);
      const key = [operation.id, scene.base, path, rawQuery, headers.get('authorization')].join(
        '\n',
      );
      return recallRead(scene, visit, { key, caller }, act);
    },
  };
}

/** Gives the answer that was given before where nothing has changed that it depends on. */
function recallRead(
  scene: Scene,
  visit: OpenVisit,
  { key, caller }: Pick<ReadSituation, 'key' | 'caller'>,
  act: () => Reply | Refusal,
): Reply | Refusal {
  const { memory, changes } = visit.world;
  const before = changes();
  const situation = { key, caller, changes: before, now: scene.sandbox.now(scene.api) };
  const known = memory.find(situation);
  if (known !== undefined) return known;
  clearTrace(visit.trace);
  const outcome = transact(scene, visit, act);
  if (isRefusal(outcome) || changes() !== before || visit.trace.isVolatile) return outcome;
  const lasting = { ...outcome, isLasting: true };
  memory.keep(situation, lasting, visit.trace);
  return lasting;
}

/** Answers a page of the provider's host. */
export function performPage(
  scene: Scene,
  page: NonNullable<Behaviour['pages']>[number],
  path: Readonly<Record<string, string>>,
  request: Visit['request'],
): Reply | Refusal {
  const visit = createVisit(scene, request, true);
  const identified = identify(scene, visit);
  if ('reply' in identified) return identified.reply;
  const { caller } = identified;
  return transact(scene, visit, () => page.handle(Object.assign(visit, { path, caller })));
}

function identify({ api }: Scene, visit: Visit): Identified<unknown> {
  return api.behaviour.identify?.(visit) ?? NOBODY;
}

function transact(scene: Scene, visit: OpenVisit, act: () => Reply | Refusal): Reply | Refusal {
  try {
    const outcome = visit.world.transact(act, isKept);
    if (isKept(outcome)) for (const describe of visit.messages) scene.deliver?.(describe);
    return outcome;
  } catch (error) {
    if (!(error instanceof WorldFullError)) throw error;
    return refuseFull(error);
  }
}

function isKept(outcome: Reply | Refusal): boolean {
  return !isRefusal(outcome);
}

/** Adds the media type that the contract names first. */
function complete(reply: Reply, operation: Operation): Reply {
  if (reply.body === undefined || reply.mediaType !== undefined) return reply;
  const [media] = findResponse(operation, reply.status)?.content ?? [];
  return media === undefined ? reply : { ...reply, mediaType: media.type };
}

function refuseFull({ message }: WorldFullError): Refusal {
  const expected = 'room for another row';
  return {
    kind: 'internal',
    violations: [{ in: 'status', pointer: '', keyword: 'sandbox', expected, found: message }],
  };
}
