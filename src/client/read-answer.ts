import type { CallFacts } from './call-facts.ts';
import type { CallInput } from './call-input.ts';
import { InvalidAnswerError } from './errors/invalid-answer-error.ts';
import { findByStatus } from './find-by-status.ts';
import type { Route } from './route.ts';

/** Answer of a server, its body read but not yet understood. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Text of JSON, where `isJson`; otherwise as the caller gets it; `undefined` where the contract has none. */
  readonly content: unknown;
  readonly isJson: boolean;
  readonly isDocumented: boolean;
  readonly isSuccess: boolean;
}

/** Reads a response as the contract has it, or as the caller wants a success; an undocumented one is read as text. */
export async function readAnswer(
  response: Response,
  { answers }: Route,
  { parseAs }: CallInput,
): Promise<Answer> {
  const { status, headers, ok: isSuccess } = response;
  const documented = findByStatus(answers, status);
  const kind = typeof documented === 'function' ? documented(headers) : documented;
  const isDocumented = kind !== undefined;
  const format = (isSuccess && kind && kind !== 'none' && parseAs) || kind || 'text';
  const isJson = format === 'json';
  let content: unknown;
  if (format === 'stream') content = response.body;
  else if (format === 'none') await response.arrayBuffer();
  else content = await response[isJson ? 'text' : format]();
  return { status, headers, content, isJson, isDocumented, isSuccess };
}

/** Parses the content of an answer if that is JSON; throws InvalidAnswerError for what is none. */
export function parseAnswer({ content, isJson, status }: Answer, call: CallFacts): unknown {
  if (!isJson) return content;
  try {
    return JSON.parse(String(content));
  } catch {
    const found = `text ${JSON.stringify(content).slice(0, 80)}`;
    throw new InvalidAnswerError(call, `answer ${status}: expected JSON, found ${found}`, {
      status,
      issues: [{ pointer: '', expected: 'JSON', found }],
    });
  }
}
