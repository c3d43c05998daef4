import type { Operation } from '../../contract/model/contract.ts';
import { createMemory } from '../../memo/create-memory.ts';
import type { ResponseCheck } from '../answer/response-check.ts';
import { type ApiRequest, isRefusal, type Refusal } from '../authoring/refusal.ts';
import type { Reply } from '../authoring/reply.ts';
import { type AnswerSettings, completePreference } from '../prism/answer-settings.ts';
import type { NegotiatedRequest, NegotiateWithPrism } from '../prism/negotiation.ts';
import { NO_PREFERENCE, type Preference } from '../prism/preference.ts';
import { warnOfDeprecated } from '../prism/prism-format.ts';
import { reportDiagnostics } from '../prism/report-diagnostics.ts';
import { negotiateValid } from './negotiate-valid.ts';

type Outcome = Reply | Refusal;

/** Answers of an API that no behaviour makes. */
export interface Negotiation {
  /** Example or random data that a request asks for. */
  readonly negotiate: (operation: Operation, request: ApiRequest, asked: Preference) => Outcome;
  /** Refusal of a request that accepts none of the media types of the contract. */
  readonly findUnacceptable: (operation: Operation, request: ApiRequest) => Refusal | undefined;
}

export interface NegotiationOptions {
  readonly answers: AnswerSettings;
  /** Whether warnings are reported in Prism's words. */
  readonly speaksAsPrism: boolean;
}

/** Answers that one API remembers. */
const MEMORY_LIMIT = 1000;

/** Makes the negotiation of an API, which remembers its answers: Prism takes a hundred times as long as all other steps. */
export function createNegotiation(
  negotiateWithPrism: NegotiateWithPrism,
  checkReply: ResponseCheck,
  { answers, speaksAsPrism }: NegotiationOptions,
): Negotiation {
  const recall = createMemory<Outcome>(MEMORY_LIMIT);
  const negotiate: Negotiation['negotiate'] = (operation, request, asked) => {
    const accept = request.headers.get('accept');
    const negotiated = { accept, preference: completePreference(asked, answers, request) };
    const outcome = recall(keyOf(operation, negotiated), () =>
      negotiateOnce(operation, negotiated),
    );
    if (!speaksAsPrism || isRefusal(outcome)) return outcome;
    const { query, headers } = request;
    const warnings = warnOfDeprecated(operation, { path: {}, query, headers });
    return reportDiagnostics(outcome, warnings, 'request');
  };
  return {
    negotiate,
    findUnacceptable: (operation, request) => {
      const outcome = negotiate(operation, request, NO_PREFERENCE);
      return isRefusal(outcome) && outcome.kind === 'not-acceptable' ? outcome : undefined;
    },
  };

  function negotiateOnce(operation: Operation, request: NegotiatedRequest): Outcome {
    const negotiated = negotiateValid(negotiateWithPrism, checkReply, operation, request);
    if (!('problem' in negotiated)) return negotiated;
    const { problem } = negotiated;
    return problem.status === 406 ? refuseUnacceptable(operation, request.accept) : problem;
  }
}

/** Key of all that negotiation reads; random data follows from its seed. */
function keyOf({ pointer }: Operation, { accept, preference }: NegotiatedRequest): string {
  return JSON.stringify([pointer, accept, preference]);
}

function refuseUnacceptable({ responses }: Operation, found: string | null): Refusal {
  const types = responses.flatMap(({ content }) => content.map(({ type }) => type));
  const rule = { keyword: 'mediaType', params: { types: [...new Set(types)] } };
  return {
    kind: 'not-acceptable',
    violations: [{ in: 'header', pointer: '/accept', rule, found }],
  };
}
