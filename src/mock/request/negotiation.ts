import type { Operation } from '../../contract/model/contract.ts';
import { createMemory } from '../../memo/create-memory.ts';
import type { RenderedReply, RenderReply } from '../answer/render-reply.ts';
import type { ApiRequest, Refusal } from '../authoring/refusal.ts';
import type { Reply } from '../authoring/reply.ts';
import { type AnswerSettings, completePreference } from '../prism/answer-settings.ts';
import type { NegotiatedRequest } from '../prism/negotiation.ts';
import { NO_PREFERENCE, type Preference } from '../prism/preference.ts';
import { warnOfDeprecated } from '../prism/prism-format.ts';
import { reportDiagnostics } from '../prism/report-diagnostics.ts';
import type { NegotiateValid } from './negotiate-valid.ts';
import { placePreference, refuseUnknownAnswer } from './refuse-setting.ts';

type Remembered = Refusal | RenderedReply;

/** Answers of an API that no behaviour makes. */
export interface Negotiation {
  /** Example or random data that a request asks for. */
  readonly negotiate: (
    operation: Operation,
    request: ApiRequest,
    asked: Preference,
  ) => Reply | Remembered;
  /** Refusal of a request that accepts none of the media types of the contract. */
  readonly findUnacceptable: (operation: Operation, request: ApiRequest) => Refusal | undefined;
}

export interface NegotiationOptions {
  readonly answers: AnswerSettings;
  /** Whether warnings, and preferences that cannot be met, are reported in Prism's words. */
  readonly speaksAsPrism: boolean;
}

/** Answers that one API remembers. */
const MEMORY_LIMIT = 1000;

/**
 * Makes the negotiation of an API. It remembers its answers as they are sent: Prism takes longer than all other steps,
 * and writing 3 kB of JSON still takes a tenth of a request (measured November 2026).
 */
export function createNegotiation(
  negotiateValid: NegotiateValid,
  render: RenderReply,
  { answers, speaksAsPrism }: NegotiationOptions,
): Negotiation {
  const recall = createMemory<Remembered>(MEMORY_LIMIT);
  return {
    negotiate: (operation, request, asked) => {
      const outcome = recallAnswer(operation, request, asked);
      if ('kind' in outcome && outcome.kind === 'invalid-setting') {
        return placePreference(outcome, request);
      }
      if (!speaksAsPrism || 'kind' in outcome) return outcome;
      const { query, headers } = request;
      const warnings = warnOfDeprecated(operation, { path: {}, query, headers });
      return warnings.length === 0
        ? outcome
        : reportDiagnostics(outcome.reply, warnings, 'request');
    },
    findUnacceptable: (operation, request) => {
      const outcome = recallAnswer(operation, request, NO_PREFERENCE);
      return 'kind' in outcome && outcome.kind === 'not-acceptable' ? outcome : undefined;
    },
  };

  function recallAnswer(operation: Operation, request: ApiRequest, asked: Preference): Remembered {
    const accept = request.headers.get('accept');
    const negotiated = { accept, preference: completePreference(asked, answers, request) };
    return recall(keyOf(operation, negotiated), () => {
      const reply = negotiate(operation, negotiated);
      return 'kind' in reply ? reply : { reply, response: render(reply, operation) };
    });
  }

  function negotiate(operation: Operation, request: NegotiatedRequest): Reply | Refusal {
    const negotiated = negotiateValid(operation, request);
    if (!('problem' in negotiated)) return negotiated;
    const { problem } = negotiated;
    if (problem.status === 406) return refuseUnacceptable(operation, request.accept);
    const isUnknown = problem.status === 404 && !speaksAsPrism;
    return isUnknown ? refuseUnknownAnswer(operation, request.preference) : problem;
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
