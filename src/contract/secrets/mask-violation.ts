import { type DescribedViolation, describeType } from '../model/describe-violation.ts';
import { maskNamed } from './mask-text.ts';
import type { IsSecret } from './secret-name.ts';

/** Keywords of which the words quote a name that the caller has sent. */
const NAMING = ['additionalProperties', 'unevaluatedProperties'];
/** Words with a name that can be one: JSON that was sent as a form is taken apart to names with secrets in them. */
const PLAIN_NAME = /^no member "[^"\\{}&=]*"$/;

/** Violation for a log or a journal: without the value that was found, whose type alone is `found`. */
export type DiscreetViolation = Omit<DescribedViolation, 'found'> & { readonly found: string };

/** Masks what a violation tells of secrets. */
export function maskViolation(
  { in: part, pointer, keyword, expected, found }: DescribedViolation,
  isSecret: IsSecret,
): DiscreetViolation {
  return {
    in: part,
    pointer: maskNamed(pointer, isSecret),
    keyword,
    expected: maskExpected(keyword, expected, isSecret),
    found: describeType(found),
  };
}

/** Name of an unknown member that can hardly be one; `undefined` for any other violation. */
export function readOddName(keyword: string, expected: string): string | undefined {
  if (!NAMING.includes(keyword) || PLAIN_NAME.test(expected)) return undefined;
  return /^no member "(.*)"$/s.exec(expected)?.[1];
}

/** Masks the words of a rule. */
export function maskExpected(keyword: string, expected: string, isSecret: IsSecret): string {
  // It quotes a security scheme of the contract, which would be masked as a secret.
  if (keyword === 'security') return expected;
  if (readOddName(keyword, expected) !== undefined) return 'no such member';
  return maskNamed(expected, isSecret);
}
