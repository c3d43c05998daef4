import { isDeepStrictEqual } from 'node:util';
import type { Media, Operation } from '../../src/contract/model/contract.ts';
import { findResponse } from '../../src/contract/model/find-response.ts';
import { bodyFormat, findMedia } from '../../src/contract/model/media-type.ts';
import type { ResolveSchema } from '../../src/contract/model/resolve-schema.ts';
import type { Answer } from '../send.ts';
import type { CheckValue } from './independent-check.ts';
import { isUnsatisfiable } from './is-unsatisfiable.ts';

export const VERDICTS = [
  'kept',
  'unsure',
  'hidden',
  'refused',
  'failed',
  'broken',
  'flawed',
] as const;

/** What became of a request. */
export type Verdict =
  /** Answered as the document says. */
  | 'kept'
  /** The request itself may be wrong, and the server did not fail. */
  | 'unsure'
  /** Another operation takes the same requests, and the server did not fail. */
  | 'hidden'
  /** A valid request was refused. */
  | 'refused'
  /** 5xx, or no answer. */
  | 'failed'
  /** The answer was made up, and breaks the document. */
  | 'broken'
  /**
   * The document is to blame: it declares no response, an example that breaks its own schema, or a schema that no value
   * keeps.
   */
  | 'flawed';

export interface Judged {
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
}

/** What is known of the document of an operation. */
export interface Known {
  readonly check: CheckValue;
  readonly resolve: ResolveSchema;
  /** Operations that no request is for. */
  readonly hidden: ReadonlySet<Operation>;
}

/** Judges an answer; `doubts` are what may be wrong with the request. */
export function judgeAnswer(
  operation: Operation,
  answer: Answer,
  doubts: readonly string[],
  { check, resolve, hidden }: Known,
): Judged {
  const { status } = answer;
  // An operation may declare nothing but failures.
  const canSucceed = operation.responses.some((response) =>
    /^(?:[123]|default)/.test(response.status),
  );
  const isDeclared = operation.responses.some((response) => response.status === `${status}`);
  const isFailure = status >= 400 && (canSucceed || !isDeclared);
  if (isWithoutResponse(operation, answer)) return { verdict: 'flawed', reasons: explain(answer) };
  if (isFailure && status >= 500) return { verdict: 'failed', reasons: explain(answer) };
  if (hidden.has(operation)) return { verdict: 'hidden', reasons: [] };
  if (doubts.length > 0) return { verdict: 'unsure', reasons: doubts };
  if (isFailure) return { verdict: 'refused', reasons: explain(answer) };
  const reasons = [...checkBody(operation, answer, check), ...findReported(answer)];
  if (reasons.length === 0) return { verdict: 'kept', reasons };
  const isFlawed = isExample(operation, answer) || isImpossible(operation, answer, resolve);
  return { verdict: isFlawed ? 'flawed' : 'broken', reasons };
}

/** Prism fails as well where a document declares no response. */
function isWithoutResponse({ responses }: Operation, { status, body }: Answer): boolean {
  return status === 500 && responses.length === 0 && body.includes('NO_RESPONSE');
}

/** What the server says is wrong with its answer; `readOnly` concerns requests alone, and such a request was taken. */
function findReported({ headers }: Answer): string[] {
  const texts = [headers['x-mock-violations']].flat().filter((text) => text !== undefined);
  return texts.flatMap((text) => {
    const told = parse(text)?.json;
    if (!Array.isArray(told)) return [text];
    const left = told.filter((violation) => violation?.keyword !== 'readOnly');
    return left.length === 0 ? [] : [JSON.stringify(left)];
  });
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
  const schema = findMedia(response.content, contentType)?.schema;
  const isRead = operation.method !== 'head' && bodyFormat(contentType) === 'json';
  if (schema === undefined || !isRead) return [];
  const value = parse(answer.body);
  return value === undefined ? ['the body is no JSON'] : check(schema, value.json, 'response');
}

/** Whether a body is an example of the document, word by word; one may be written as JSON text. */
function isExample(operation: Operation, answer: Answer): boolean {
  const media = findContent(operation, answer);
  const value = parse(answer.body);
  if (media === undefined || value === undefined) return false;
  return listExamples(media).some(
    (one) =>
      isDeepStrictEqual(one, value.json) ||
      (typeof one === 'string' && isDeepStrictEqual(parse(one)?.json, value.json)),
  );
}

/** Whether no body at all could keep the schema. */
function isImpossible(operation: Operation, answer: Answer, resolve: ResolveSchema): boolean {
  const schema = findContent(operation, answer)?.schema;
  return schema !== undefined && isUnsatisfiable(schema.schema, resolve);
}

function findContent(operation: Operation, { status, contentType }: Answer): Media | undefined {
  return findMedia(findResponse(operation, status)?.content ?? [], contentType);
}

function listExamples({ examples, schema }: Media): unknown[] {
  const own = typeof schema?.schema === 'object' ? schema.schema.examples : [];
  return [...examples.map(({ value }) => value), ...(Array.isArray(own) ? own : [])];
}

function parse(body: Buffer | string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(body.toString()) };
  } catch {
    return undefined;
  }
}
