import { isOfFormat } from '../../contract/example/format-samples.ts';
import { makeText } from '../../contract/example/make-text.ts';
import type { SchemaObject } from '../../contract/model/json-schema.ts';
import type { RuleCase } from './rule-cases.ts';

/** Longest text that is made to break a limit, in characters. */
const MOST_LENGTH = 100_000;
/** Characters that patterns seldom allow. */
const STRANGE = ['!', ' ', '#', '\u{1f600}', 'Z', 'z', '0', '-', '_', '.', '/'];
/** Texts that are of no format. */
const SHAPELESS = ['not valid', '!', '', '%', '{', '[', 'http://[', 'a b', '\\', '('];

/** Rules about texts. */
export function listTextRules(schema: SchemaObject, value: unknown): RuleCase[] {
  if (typeof value !== 'string') return [];
  const { minLength, maxLength, pattern, format } = schema;
  const cases: RuleCase[] = [];
  if (typeof minLength === 'number' && minLength > 0) {
    cases.push({
      keyword: 'minLength',
      what: `shorter than ${minLength}`,
      breaks: ofLength(schema, value, minLength - 1, ['minLength']),
      edges: [{ what: `of length ${minLength}`, values: ofLength(schema, value, minLength, []) }],
    });
  }
  if (typeof maxLength === 'number') {
    const isMade = maxLength <= MOST_LENGTH;
    cases.push({
      keyword: 'maxLength',
      what: `longer than ${maxLength}`,
      breaks: isMade ? ofLength(schema, value, maxLength + 1, ['maxLength']) : [],
      edges: [
        {
          what: `of length ${maxLength}`,
          values: isMade ? ofLength(schema, value, maxLength, []) : [],
        },
      ],
    });
  }
  if (typeof pattern === 'string') {
    cases.push({ keyword: 'pattern', what: 'not of its pattern', breaks: listStrange(value) });
  }
  if (typeof format === 'string') {
    const breaks = [...SHAPELESS, ...listStrange(value)].filter(
      (text) => !isOfFormat(format, text),
    );
    // Some formats, such as that of a password, are of any text.
    if (breaks.length > 0)
      cases.push({ keyword: 'format', what: `not of format ${format}`, breaks });
  }
  return cases;
}

/** Texts of a length that keep what else is said of them. */
function* ofLength(
  schema: SchemaObject,
  value: string,
  length: number,
  without: readonly string[],
): Generator<string> {
  if (length < 0) return;
  const characters = [...value];
  if (characters.length >= length) yield characters.slice(0, length).join('');
  else {
    yield value.padEnd(value.length + length - characters.length, characters.at(-1) ?? 'a');
    yield value.padEnd(value.length + length - characters.length, 'a');
    yield value.padStart(value.length + length - characters.length, 'a');
  }
  const rest = Object.fromEntries(Object.entries(schema).filter(([key]) => !without.includes(key)));
  const exact = { minLength: length, maxLength: length };
  const made = makeText([rest, exact], undefined, 0);
  if (made !== undefined) yield made;
  // Without what only makes it a text of a kind, such as a format of one length.
  yield 'a'.repeat(length);
}

/** Texts that differ from a valid one by a character, then others. */
function* listStrange(value: string): Generator<string> {
  const characters = [...value];
  for (const strange of STRANGE) {
    if (characters.length > 0) {
      yield [strange, ...characters.slice(1)].join('');
      yield [...characters.slice(0, -1), strange].join('');
    }
    yield value + strange;
    yield strange + value;
  }
  if (characters.length > 0) yield characters.slice(0, -1).join('');
  yield '';
  for (const strange of STRANGE) yield strange.repeat(Math.max(1, characters.length));
}
