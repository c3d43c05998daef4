import type { Operation } from '../contract/contract.ts';
import { type ContractChecks, findResponse } from '../contract/contract-checks.ts';
import type { ParameterSource } from '../contract/decode-parameters.ts';
import type {
  Behaviour,
  BehaviourSettings,
  Handler,
  Identified,
  Visit,
  WebhookMessage,
} from './behaviour.ts';
import type { Refusal, Reply } from './refusal.ts';
import type { InhabitedApi, Sandbox } from './sandbox/sandbox.ts';
import type { TableSpecs } from './sandbox/world.ts';
import { type World, WorldFullError } from './sandbox/world.ts';
import type { WireRequest } from './wire.ts';

type AnyHandler = Handler<unknown, TableSpecs, unknown>;

/** One request that a behaviour answers. */
export interface Act {
  /** Caller, or the answer to one who is refused. */
  readonly identify: () => Identified<unknown>;
  /** What the handler answers; its changes are kept where `judge` lets the answer pass. */
  readonly perform: (caller: unknown, body: unknown, judge: Judge) => Reply | Refusal;
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
  /** Takes what is to be sent to the receiver of webhooks. */
  readonly deliver?: ((message: WebhookMessage) => void) | undefined;
}

/** Prepares the handler of an operation for one request; `undefined` where the behaviour has none. */
export function prepareAct(
  scene: Scene,
  operation: Operation,
  source: ParameterSource,
  checks: ContractChecks,
  { method }: WireRequest,
  path: string,
): Act | undefined {
  const { handlers } = scene.api.behaviour;
  if (!Object.hasOwn(handlers, operation.id)) return undefined;
  const handler = handlers[operation.id] as AnyHandler;
  const request = { method, path, query: source.query, headers: source.headers };
  const visit = visitOf(scene, request, operation.security.length === 0);
  return {
    identify: () => identify(scene, visit),
    perform: (caller, body, judge) => {
      const call = Object.assign(visit, checks.readParameters(operation, source), { body, caller });
      return transact(scene, visit, () => judge(complete(handler(call), operation)));
    },
  };
}

/** Answers a page of the provider's host. */
export function performPage(
  scene: Scene,
  page: NonNullable<Behaviour['pages']>[number],
  path: Readonly<Record<string, string>>,
  request: Visit['request'],
): Reply | Refusal {
  const visit = visitOf(scene, request, true);
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
    if (isKept(outcome)) for (const message of visit.messages) scene.deliver?.(message);
    return outcome;
  } catch (error) {
    if (!(error instanceof WorldFullError)) throw error;
    return refuseFull(error);
  }
}

function isKept(outcome: Reply | Refusal): boolean {
  return !('kind' in outcome);
}

/** Visit with what its rules have no use for. */
interface OpenVisit extends Visit {
  readonly world: World;
  /** What is to be sent once the changes are kept. */
  readonly messages: WebhookMessage[];
}

function visitOf(
  { sandbox, api, seed, settings, base }: Scene,
  request: Visit['request'],
  isPublic: boolean,
): OpenVisit {
  const world = sandbox.enter(api, seed);
  const messages: WebhookMessage[] = [];
  return {
    world,
    messages,
    tables: world.tables,
    random: world.random,
    now: sandbox.now(api),
    request,
    settings,
    isPublic,
    link: (path) => base + path,
    emit: (message) => messages.push(message),
  };
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
