import type { SchemaObject } from '../model/json-schema.ts';
import { isOfFormat, sampleFormat } from './format-samples.ts';
import { createPatternSampler } from './sample-pattern.ts';

interface Rules {
  readonly least: number;
  readonly most: number;
  readonly patterns: readonly RegExp[];
  readonly formats: readonly string[];
}

/** Texts that are tried for one value. */
const MOST_TEXTS = 60;

/** Makes a text that fits the keywords of some schemas; `undefined` if it finds none. */
export function makeText(
  parts: readonly SchemaObject[],
  former: unknown,
  choice: number,
): string | undefined {
  const rules = readRules(parts);
  if (typeof former === 'string' && isWithin(former, rules)) return former;
  return listTexts(rules, choice).find((text) => isWithin(text, rules));
}

function readRules(parts: readonly SchemaObject[]): Rules {
  const numbers = (name: string) =>
    parts.map((part) => part[name]).filter((value) => typeof value === 'number');
  const texts = (name: string) => [
    ...new Set(parts.map((part) => part[name]).filter((value) => typeof value === 'string')),
  ];
  return {
    least: Math.max(0, ...numbers('minLength')),
    most: Math.min(...numbers('maxLength')),
    patterns: texts('pattern').flatMap(compilePattern),
    formats: texts('format'),
  };
}

/** Compiles a pattern as it is enforced; one that is no regular expression allows anything. */
export function compilePattern(pattern: string): RegExp[] {
  try {
    return [new RegExp(pattern, 'u')];
  } catch {
    return [];
  }
}

function isWithin(text: string, { least, most, patterns, formats }: Rules): boolean {
  const length = lengthOf(text);
  return (
    length >= least &&
    length <= most &&
    patterns.every((pattern) => pattern.test(text)) &&
    formats.every((format) => isOfFormat(format, text))
  );
}

/** Length in characters, as JSON Schema counts it. */
function lengthOf(text: string): number {
  return [...text].length;
}

/** Lists texts from the most specific keyword on: samples of formats, of patterns, or any text. */
function* listTexts(rules: Rules, choice: number): Generator<string> {
  const { patterns, formats, least, most } = rules;
  for (let index = choice; index < choice + MOST_TEXTS; index += 1) {
    for (const format of formats) yield* sampleFormat(format, index, least);
    yield fitLength(index === 0 ? 'string' : `${index}string`, least, most);
  }
  for (const { source } of patterns) yield* createPatternSampler(source)({ least, most, choice });
}

function fitLength(text: string, least: number, most: number): string {
  const filled =
    text.length >= least ? text : text.repeat(Math.ceil(least / text.length)).slice(0, least);
  return Number.isFinite(most) ? filled.slice(0, Math.max(most, 0)) : filled;
}
