import { isDeepStrictEqual } from 'node:util';
import type { Media, Operation } from '../../src/contract/model/contract.ts';
import { findResponse } from '../../src/contract/model/find-response.ts';
import { bodyFormat, findMedia } from '../../src/contract/model/media-type.ts';
import type { Answer } from '../send.ts';
import type { CheckValue } from './independent-check.ts';

export const VERDICTS = ['kept', 'unsure', 'refused', 'failed', 'broken', 'flawed'] as const;

/** What became of a request. */
export type Verdict =
  /** Answered as the document says. */
  | 'kept'
  /** The request itself may be wrong, and the server did not fail. */
  | 'unsure'
  /** A valid request was refused. */
  | 'refused'
  /** 5xx, or no answer. */
  | 'failed'
  /** The answer was made up, and breaks the document. */
  | 'broken'
  /** The answer is an example of the document, which breaks its own schema. */
  | 'flawed';

export interface Judged {
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
}

/** Judges an answer; `doubts` are what may be wrong with the request. */
export function judgeAnswer(
  operation: Operation,
  answer: Answer,
  doubts: readonly string[],
  check: CheckValue,
): Judged {
  const { status } = answer;
  // An operation may declare nothing but failures.
  const canSucceed = operation.responses.some((response) =>
    /^(?:[123]|default)/.test(response.status),
  );
  const isDeclared = operation.responses.some((response) => response.status === `${status}`);
  const isFailure = status >= 400 && (canSucceed || !isDeclared);
  if (isFailure && status >= 500) return { verdict: 'failed', reasons: explain(answer) };
  if (doubts.length > 0) return { verdict: 'unsure', reasons: doubts };
  if (isFailure) return { verdict: 'refused', reasons: explain(answer) };
  const reasons = [...checkBody(operation, answer, check), ...findReported(answer)];
  if (reasons.length === 0) return { verdict: 'kept', reasons };
  return { verdict: isExample(operation, answer) ? 'flawed' : 'broken', reasons };
}

/** What the server says is wrong. */
function findReported({ headers }: Answer): string[] {
  return [headers['x-mock-violations']].flat().filter((text) => text !== undefined);
}

/** What the server says is wrong, or else how its answer begins. */
function explain(answer: Answer): string[] {
  const reported = findReported(answer);
  return reported.length > 0 ? reported : [`${answer.body.subarray(0, 300)}`];
}

function checkBody(operation: Operation, answer: Answer, check: CheckValue): string[] {
  const { status, contentType } = answer;
  const response = findResponse(operation, status);
  if (response === undefined) return [`status ${status} is not declared`];
  const media = findMedia(response.content, contentType);
  const schema = media?.schema;
  if (schema === undefined || bodyFormat(contentType) !== 'json') return [];
  const value = parse(answer);
  return value === undefined ? ['the body is no JSON'] : check(schema, value.json, 'response');
}

/** Whether a body is an example of the document, word by word. */
function isExample(operation: Operation, answer: Answer): boolean {
  const response = findResponse(operation, answer.status);
  const media = findMedia(response?.content ?? [], answer.contentType);
  const value = parse(answer);
  return (
    media !== undefined && listExamples(media).some((one) => isDeepStrictEqual(one, value?.json))
  );
}

function listExamples({ examples, schema }: Media): unknown[] {
  const own = typeof schema?.schema === 'object' ? schema.schema.examples : [];
  return [...examples.map(({ value }) => value), ...(Array.isArray(own) ? own : [])];
}

function parse({ body }: Answer): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(body.toString()) };
  } catch {
    return undefined;
  }
}
