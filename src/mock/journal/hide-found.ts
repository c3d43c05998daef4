import { type DescribedViolation, describeFound } from '../../contract/model/describe-violation.ts';
import { readOddName } from '../../contract/secrets/mask-violation.ts';
import { MASK } from '../../contract/secrets/secret-shape.ts';

/** Violations of which an answer is searched for what was found; few answers quote more. */
const MAX_VIOLATIONS = 20;
/** Shortest text that is searched for: a shorter one would be found by chance. */
const MIN_LENGTH = 12;

/** Hides in a text of an answer what it quotes of the values that were found in the request. */
export function hideFound(text: string, violations: readonly DescribedViolation[]): string {
  const quotes = new Set(violations.slice(0, MAX_VIOLATIONS).flatMap(listQuotes));
  return [...quotes].reduce((shown, quote) => shown.replaceAll(quote, MASK), text);
}

/** Ways in which messages quote what was found, also within JSON. */
function listQuotes(violation: DescribedViolation): string[] {
  const plain = listPlainQuotes(violation);
  const inJson = plain.map((text) => JSON.stringify(text).slice(1, -1));
  return [...plain, ...inJson, ...inJson.map(escapeBeyondAscii)];
}

/** A value by its type, the whole reason of a parser, and a name that is none. */
function listPlainQuotes({ keyword, expected, found }: DescribedViolation): string[] {
  const name = readOddName(keyword, expected);
  const names = name === undefined ? [] : [`'${name}'`, `"${name}"`];
  if (found === undefined || found === null || typeof found === 'object') return names;
  const values = [describeFound(found), String(found)];
  return [...names, ...values.filter(({ length }) => length >= MIN_LENGTH)];
}

function escapeBeyondAscii(text: string): string {
  return text.replaceAll(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
