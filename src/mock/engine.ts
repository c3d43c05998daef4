import type { Contract, Operation } from '../contract/contract.ts';
import { type ContractChecks, createContractChecks } from '../contract/contract-checks.ts';
import { createMatcher, type Matcher } from '../contract/match-operation.ts';
import { rememberNewest } from '../contract/remember.ts';
import { createAnswerMemory, type RecallAnswer } from './answer-memory.ts';
import type { AnswerSettings } from './answer-settings.ts';
import type { Behaviour, BehaviourSettings } from './behaviour.ts';
import { checkReply } from './check-reply.ts';
import { toInhabitant } from './inhabitants.ts';
import { judgeAnswer } from './judge-answer.ts';
import { createLeniency } from './leniency.ts';
import { createPageIndex, type FindPage } from './page-index.ts';
import { createNegotiation, type Negotiate } from './prism.ts';
import { createPrismFormat } from './prism-refusal.ts';
import type { Provider } from './provider.ts';
import { DEFAULT_BODY_LIMIT } from './read-bytes.ts';
import type { Reply } from './refusal.ts';
import type { InhabitedApi } from './sandbox/sandbox.ts';
import { scenariosOf } from './scenarios/compile-scenarios.ts';
import type { Scenarios } from './scenarios/scenario.ts';
import type { ScenarioFile } from './scenarios/scenario-file.ts';
import type { WebhookSender } from './webhooks/webhook-sender.ts';

/** What a mock needs to know of one API; without an error format it refuses and reports as Prism does. */
export interface MockApi extends Partial<Provider> {
  readonly name: string;
  /** Base path on the server, without a trailing slash; empty for the root. */
  readonly mount: string;
  /** Path of the provider's host on the server, at which `mount` begins; the same unless given. */
  readonly site?: string;
  readonly contract: Contract;
  /** How the provider behaves over state; without it every request is answered with an example. */
  readonly behaviour?: Behaviour | undefined;
  /** Situations that may be chosen by name. */
  readonly scenarios?: ScenarioFile | undefined;
  /**
   * What becomes of an answer that breaks the contract: an internal error in its place, or the answer itself
   * with the violations in `X-Mock-Violations`, and in `sl-violations` where there is no error format. Refused by
   * default.
   */
  readonly brokenAnswers?: 'refuse' | 'report';
  /** How answers are made where a request does not say it; documented examples by default. */
  readonly answers?: AnswerSettings;
}

/** What answers the requests for one API. */
export interface Engine {
  readonly api: MockApi;
  readonly match: Matcher;
  readonly checks: ContractChecks;
  readonly negotiate: Negotiate;
  readonly recall: RecallAnswer;
  readonly provider: Provider;
  readonly bodyLimit: number;
  readonly brokenAnswers: 'refuse' | 'report';
  readonly answers: AnswerSettings;
  /** Whether nothing is known of the provider, so that the mock speaks as Prism does. */
  readonly isForeign: boolean;
  readonly settings: BehaviourSettings;
  readonly sendWebhook: WebhookSender['send'] | undefined;
  readonly findPage: FindPage;
  /** URL below which the provider's host is served in a sandbox, by the URL of the sandbox. */
  readonly siteUrl: (base: string) => string;
  readonly scenarios: Scenarios;
  /** The API as sandboxes know it; absent without a behaviour. */
  readonly inhabitant: InhabitedApi | undefined;
}

/** What an engine is told of the server that it serves. */
export interface EngineOptions {
  readonly bodyLimit?: number | undefined;
  readonly logError?: ((error: unknown) => void) | undefined;
  readonly settings?: BehaviourSettings | undefined;
  /** Sends what behaviours emit; nothing is sent without one. */
  readonly sendWebhook?: WebhookSender['send'] | undefined;
}

/** Answers that one API keeps at most; few callers ask for more different ones. */
const MEMORY_LIMIT = 1000;

/** Everything exists, and any credentials are good. */
const OPEN: BehaviourSettings = {
  closedWorld: false,
  strictAuth: false,
  credentials: new Set(),
};

/** Makes the engine of an API; throws ContractError for scenarios that do not fit its contract. */
export function createEngine(
  api: MockApi,
  { bodyLimit, settings = OPEN, sendWebhook }: EngineOptions = {},
): Engine {
  const { contract, ignoredHeaders = [], brokenAnswers = 'refuse', answers = {}, behaviour } = api;
  const negotiate = createNegotiation(contract, answers);
  const checks = createContractChecks(
    contract,
    brokenAnswers === 'report' ? createLeniency(contract) : {},
  );
  const isForeign = api.formatError === undefined;
  const judge = (reply: Reply, operation: Operation) =>
    judgeAnswer({ brokenAnswers, isForeign }, reply, checkReply(reply, operation, checks));
  const { formatError = createPrismFormat(negotiate, answers, judge) } = api;
  return {
    api,
    match: createMatcher(contract),
    checks,
    negotiate,
    recall: createAnswerMemory(MEMORY_LIMIT),
    provider: { formatError, ignoredHeaders },
    bodyLimit: bodyLimit ?? DEFAULT_BODY_LIMIT,
    brokenAnswers,
    answers,
    isForeign,
    settings,
    sendWebhook,
    siteUrl: rememberNewest((base: string) => base + (api.site ?? api.mount)),
    scenarios: scenariosOf(api),
    inhabitant: toInhabitant(api),
    findPage: createPageIndex(behaviour?.pages ?? []),
  };
}
