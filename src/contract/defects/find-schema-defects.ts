import { formatNames } from 'ajv-formats/dist/formats.js';
import { UNCHECKED_FORMAT } from '../load/upgrade-schema.ts';
import { describeFound } from '../model/describe-violation.ts';
import { escapeToken } from '../model/json-cursor.ts';
import { walkDocument } from '../model/walk-document.ts';
import type { Defect } from './defect.ts';
import { KEYWORDS } from './json-schema-keywords.ts';

type Keywords = Readonly<Record<string, unknown>>;

const FORMATS: ReadonlySet<unknown> = new Set(formatNames);

/**
 * Finds what cannot be enforced in the schemas of a bundled document: unknown keywords and formats,
 * keywords with a wrong value, and invalid regular expressions.
 *
 * Reads each schema once and compiles none: 10 MB take a few hundred milliseconds at most (November
 * 2026).
 */
export function findSchemaDefects(document: unknown): Defect[] {
  const defects: Defect[] = [];
  walkDocument(document, (node, shape, pointer) => {
    if (shape !== 'schema') return;
    for (const { keyword, ...defect } of findKeywordDefects(node)) {
      defects.push({ ...defect, pointer: `${pointer}/${escapeToken(keyword)}` });
    }
  });
  return defects;
}

type Finding = Omit<Defect, 'pointer'>;

/** Finds what cannot be enforced in one schema, without its subschemas, by the keywords that say it. */
export function findKeywordDefects(schema: Keywords): (Finding & { readonly keyword: string })[] {
  return Object.keys(schema).flatMap((keyword) => {
    const defect = checkKeyword(schema, keyword);
    return defect === undefined ? [] : [{ ...defect, keyword }];
  });
}

function checkKeyword(schema: Keywords, keyword: string): Finding | undefined {
  const value = schema[keyword];
  if (keyword === UNCHECKED_FORMAT) return checkFormat(value);
  if (keyword.startsWith('x-')) return undefined;
  const form = KEYWORDS.get(keyword);
  if (form === undefined) return unknownKeyword(keyword);
  if (!form.holds(value)) return wrongValue(keyword, form.expected, value);
  if (keyword === 'format') return checkFormat(value);
  return keyword === 'pattern' ? checkPattern(value) : undefined;
}

function unknownKeyword(keyword: string): Finding {
  const remedy =
    keyword === 'nullable'
      ? 'Add "null" to its type.'
      : `Correct the keyword, or rename an annotation to x-${keyword}.`;
  const problem = `expected a keyword of JSON Schema 2020-12, found ${JSON.stringify(keyword)}`;
  return { kind: 'keyword', problem, remedy };
}

function wrongValue(keyword: string, expected: string, value: unknown): Finding {
  const problem = `expected ${expected} as "${keyword}", found ${describeFound(value)}`;
  return { kind: 'value', problem, remedy: 'Correct the schema.' };
}

function checkFormat(format: unknown): Finding | undefined {
  if (FORMATS.has(format)) return undefined;
  const problem = `expected a format that can be checked, found ${JSON.stringify(format)}`;
  const remedy = 'Use a pattern, or rename the keyword to x-format.';
  return { kind: 'format', name: String(format), problem, remedy };
}

function checkPattern(pattern: unknown): Finding | undefined {
  const text = String(pattern);
  if (isPattern(text)) return undefined;
  const problem = `expected a regular expression (ECMA-262, flag u), found ${JSON.stringify(text)}`;
  return { kind: 'pattern', problem, remedy: 'Correct the pattern.' };
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
