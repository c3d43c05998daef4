import type { z } from 'zod';
import { escapeToken } from '../contract/model/json-cursor.ts';
import { memberOf } from '../contract/model/member-of.ts';
import { describeUnknownName } from '../text/nearest-name.ts';
import { showText } from '../text/show-text.ts';
import { ToolError } from './tool-error.ts';

/** Parses the input of a tool. Throws ToolError, which says of each wrong parameter where it is, what was expected and what was found. */
export function parseInput<Input extends z.ZodObject>(
  schema: Input,
  given: unknown,
): z.output<Input> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const known = Object.keys(schema.shape);
  throw new ToolError(
    result.error.issues.flatMap((issue) => describeIssue(issue, given, known)).join('\n'),
  );
}

function describeIssue(
  issue: z.core.$ZodIssue,
  given: unknown,
  known: readonly string[],
): readonly string[] {
  if (issue.code === 'unrecognized_keys' && issue.path.length === 0) {
    return issue.keys.map((key) => describeUnknownName('parameter', key, known));
  }
  const where = issue.path.map((key) => `/${escapeToken(String(key))}`).join('');
  const found = issue.path.reduce<unknown>((value, key) => memberOf(value, String(key)), given);
  return [`${where || 'input'}: ${lowerFirst(wordsOf(issue.message))}, found ${show(found)}.`];
}

/** Zod says of a type what was received as well, which is said here. */
function wordsOf(message: string): string {
  return message.replace(/^Invalid [\w ]+: /, '').replace(/, received [\w ]+$/, '');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : showText(JSON.stringify(value), 200);
}
