import { createMatcher, type Matcher } from '../../contract/match/match-operation.ts';
import {
  type ContractChecks,
  createContractChecks,
} from '../../contract/validate/contract-checks.ts';
import { createLeniency } from '../../contract/validate/create-leniency.ts';
import type { AnsweringApi } from '../answer/answer.ts';
import { createCorrection } from '../answer/correct-reply.ts';
import { createRenderer, type RenderReply } from '../answer/render-reply.ts';
import { createResponseCheck, type ResponseCheck } from '../answer/response-check.ts';
import { createAnswerWriter, type WriteAnswer } from '../answer/write-answer.ts';
import type { BehaviourSettings, Handler } from '../authoring/behaviour.ts';
import type { Refusal } from '../authoring/refusal.ts';
import type { WebhookMessage } from '../authoring/webhook-message.ts';
import { DEFAULT_BODY_LIMIT } from '../http/read-bytes.ts';
import { createTurns, type TakeTurns } from '../http/take-turns.ts';
import { createPrismNegotiation } from '../prism/negotiation.ts';
import { createPrismFormat } from '../prism/prism-format.ts';
import { scenariosOf } from '../scenarios/compile-scenarios.ts';
import type { Scenarios } from '../scenarios/scenario.ts';
import type { Sandbox } from '../state/sandbox.ts';
import { StateUnavailableError } from '../state/state-unavailable-error.ts';
import type { StatefulApi } from '../state/stateful-api.ts';
import type { TableSpecs } from '../state/table.ts';
import { createPageFinder, type FindPage } from './find-page.ts';
import type { MockApi } from './mock-api.ts';
import { createValidNegotiation } from './negotiate-valid.ts';
import { createNegotiation, type Negotiation } from './negotiation.ts';
import { createProviderReading, type ProviderReading } from './provider-reading.ts';
import { toStatefulApi } from './stateful-api.ts';

type AnyHandler = Handler<unknown, TableSpecs, unknown>;

/** Sends a message to the receiver of webhooks of a sandbox. */
export type SendWebhook = (message: WebhookMessage, api: MockApi, sandbox: Sandbox) => void;

/** API with all that its requests need. */
export interface ServedApi extends Negotiation {
  readonly api: MockApi;
  /** The API as answers name it. */
  readonly answering: AnsweringApi;
  readonly match: Matcher;
  readonly findPage: FindPage;
  /** Handlers of the behaviour by `operationId`. */
  readonly handlers: ReadonlyMap<string, AnyHandler | undefined>;
  readonly checks: ContractChecks;
  readonly reading: ProviderReading;
  readonly checkReply: ResponseCheck;
  readonly render: RenderReply;
  readonly writeAnswer: WriteAnswer;
  readonly scenarios: Scenarios;
  /** The API as sandboxes know it; `undefined` without a behaviour. */
  readonly stateful: StatefulApi | undefined;
  readonly settings: BehaviourSettings;
  readonly ignoredHeaders: readonly string[];
  /** Whether `X-Mock-Scenario` of a request is for the mock. */
  readonly readsScenario: boolean;
  readonly bodyLimit: number;
  /** For undoing content codings: each may take as much memory as the limit of a body. */
  readonly takeTurn: TakeTurns;
  readonly sendWebhook: SendWebhook | undefined;
  /**
   * Logs a defect of the mock itself, and gives the refusal in which it ends. That state cannot be
   * kept is no defect, and its store has said so.
   */
  readonly crash: (error: unknown) => Refusal;
}

/** What an API is told of the server that it is served by. */
export interface ServerOptions {
  readonly bodyLimit?: number | undefined;
  readonly logError?: ((error: unknown) => void) | undefined;
  readonly settings?: BehaviourSettings | undefined;
  /** Whether a request chooses its sandbox and scenario; `true` by default. */
  readonly namedSandboxes?: boolean | undefined;
  /** Without it no webhooks are sent. */
  readonly sendWebhook?: SendWebhook | undefined;
}

/** Bodies whose content coding is undone at the same time: as many as Node has threads for it. */
const MAX_DECODINGS = 4;

/** Everything exists, and any credentials are good. */
export const OPEN_SETTINGS: BehaviourSettings = {
  closedWorld: false,
  strictAuth: false,
  credentials: new Set(),
};

/** Prepares an API for its requests; throws ContractError for scenarios that do not fit its contract. */
export function serveApi(api: MockApi, options: ServerOptions = {}): ServedApi {
  const { contract, ignoredHeaders = [], brokenAnswers = 'refuse', answers = {}, behaviour } = api;
  const { isForeign = brokenAnswers === 'report' } = api;
  const { bodyLimit = DEFAULT_BODY_LIMIT, settings = OPEN_SETTINGS, sendWebhook } = options;
  const { logError = console.error, namedSandboxes: readsScenario = true } = options;
  const negotiateWithPrism = createPrismNegotiation(contract, answers);
  const checks = createContractChecks(contract, isForeign ? createLeniency(contract) : {});
  const speaksAsPrism = api.formatError === undefined;
  const checkReply = createResponseCheck(checks, {
    invalidReplies: brokenAnswers,
    speaksAsPrism,
    leavesOut: isForeign,
  });
  const correctReply = createCorrection(contract, checks, answers);
  const negotiate = createValidNegotiation(negotiateWithPrism, checkReply, correctReply);
  const { formatError = createPrismFormat(negotiate, answers) } = api;
  const render = createRenderer(contract, checks.resolve, isForeign ? () => {} : undefined);
  const answering = { name: api.name, contract: new WeakRef(contract) };
  return {
    api,
    answering,
    match: createMatcher(contract),
    findPage: createPageFinder(behaviour?.pages ?? [], api),
    handlers: new Map(Object.entries(behaviour?.handlers ?? {})),
    checks,
    reading: createProviderReading(api, checks.resolve),
    ...createNegotiation(negotiate, render, { answers, speaksAsPrism }),
    checkReply,
    render,
    writeAnswer: createAnswerWriter(answering, formatError, render),
    scenarios: scenariosOf(api),
    stateful: toStatefulApi(api),
    settings,
    ignoredHeaders,
    readsScenario,
    bodyLimit,
    takeTurn: createTurns(MAX_DECODINGS),
    sendWebhook,
    crash: (error) => {
      if (error instanceof StateUnavailableError) {
        const { message, retryAfter } = error;
        return { kind: 'internal', cause: { type: 'unavailable-state', message, retryAfter } };
      }
      logError(error);
      const message = error instanceof Error ? error.message : String(error);
      return { kind: 'internal', cause: { type: 'crash', message } };
    },
  };
}
