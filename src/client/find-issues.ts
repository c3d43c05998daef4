import type { Issue } from './errors/issue.ts';
import type { SchemaIssue, StandardSchema } from './standard-schema.ts';

/** Names of members whose values no log may have. */
const SECRET = /pass|secret|token|key|ticket|auth/i;

/**
 * Finds what is wrong in a value; pointers begin with `place`. Without a schema nothing is.
 *
 * Of what may be a secret the type alone is told.
 */
export async function findIssues(
  schema: StandardSchema | undefined,
  value: unknown,
  place: string,
): Promise<Issue[]> {
  const { issues = [] } = (await schema?.['~standard'].validate(value)) ?? {};
  return issues.map((issue) => {
    const keys = (issue.path ?? []).map((key) => (typeof key === 'object' ? key.key : key));
    const found = keys.reduce<unknown>((at, key) => Object(at)[key], value);
    const names = keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`);
    const pointer = place + names.join('');
    return {
      pointer,
      expected: describeExpected(issue),
      found: describe(found, SECRET.test(pointer)),
    };
  });
}

/** What an issue of zod or Valibot says of itself; the message of another library. */
function describeExpected(issue: SchemaIssue): string {
  const { expected, errors, format, pattern, values, minimum, maximum, keys } = Object(issue);
  const { origin } = Object(issue.path?.at(-1));
  if (expected === 'never') return 'nothing';
  // Valibot expects the name of a member that is not there.
  if (expected && origin === 'key') return 'a value';
  if (expected) return String(expected);
  if (values) return values.map((value: unknown) => JSON.stringify(value)).join(' or ');
  if (minimum !== undefined) return `at least ${minimum}`;
  if (maximum !== undefined) return `at most ${maximum}`;
  if (keys) return `no ${keys.join(', ')}`;
  if (errors) return errors.length > 0 ? `one of ${errors.length} alternatives` : 'one alternative';
  if (format === 'regex') return `pattern ${pattern}`;
  return format ? `format ${format}` : issue.message.replace(/^Expected (the )?/, '');
}

function describe(value: unknown, isHidden: boolean): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'object') return value === null ? 'null' : 'object';
  if (isHidden) return typeof value;
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return `${typeof value} ${text.length > 80 ? `${text.slice(0, 80)}…` : text}`;
}
