import type { CallFacts } from './call-facts.ts';
import type { CallInput, ParseAs } from './call-input.ts';
import { InvalidAnswerError } from './errors/invalid-answer-error.ts';
import { findByStatus } from './find-by-status.ts';
import type { BodyKind, Route } from './route.ts';

/** Answer of a server, its body read but not yet understood. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Whether it is a success. */
  readonly ok: boolean;
  /** What the content is; absent where the contract has no such status. */
  readonly kind: ParseAs | BodyKind | undefined;
  /** Text of JSON; otherwise as the caller gets it; `undefined` where the contract has none. */
  readonly content: unknown;
}

/** Reads a response as the contract has it, or as the caller wants a success; an undocumented one is read as text. */
export async function readAnswer(
  response: Response,
  { answers }: Route,
  { parseAs }: CallInput,
): Promise<Answer> {
  const { status, headers, ok } = response;
  const documented = findByStatus(answers, status);
  let kind: Answer['kind'] = typeof documented === 'function' ? documented(headers) : documented;
  if (ok && kind && kind !== 'none') kind = parseAs ?? kind;
  let content: unknown;
  if (kind === 'stream') content = response.body;
  else if (kind === 'none') await response.text();
  else content = await response[!kind || kind === 'json' ? 'text' : kind]();
  return { status, headers, ok, kind, content };
}

/** Parses the content of an answer if that is JSON; throws InvalidAnswerError for what is none. */
export function parseAnswer({ content, kind, status }: Answer, call: CallFacts): unknown {
  if (kind !== 'json') return content;
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
