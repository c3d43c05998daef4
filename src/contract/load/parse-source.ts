import { CORE_SCHEMA, load, Type, types, YAMLException } from 'js-yaml';
import { ContractError } from '../model/contract-error.ts';
import { KEPT_DIGITS, readExactNumber } from '../model/exact-number.ts';
import { ExampleBytes } from '../model/example-bytes.ts';
import { MAX_DEPTH, parseJson } from '../model/parse-json.ts';
import { formatPlace } from '../model/place.ts';
import { findExcess } from './find-excess.ts';

/** Decimal number of YAML; JSON has no `+1`, `007`, `.5` or `5.`. */
const DECIMAL = /^([+-]?)0*((?:[1-9]\d*)?)(?:\.(\d*))?(e[+-]?\d+)?$/i;

function keepDigits(type: Type): (text: string) => unknown {
  return (text) => {
    const [isDecimal, sign, whole, fraction, power = ''] = DECIMAL.exec(text) ?? [];
    if (isDecimal === undefined || text.length <= KEPT_DIGITS) return type.construct(text);
    const rest = fraction ? `.${fraction}` : '';
    return readExactNumber(`${sign === '-' ? '-' : ''}${whole || '0'}${rest}${power}`);
  };
}

function scalarType(name: 'int' | 'float' | 'binary', construct: (text: string) => unknown): Type {
  const { resolve } = types[name];
  return new Type(`tag:yaml.org,2002:${name}`, { kind: 'scalar', resolve, construct });
}

/**
 * YAML 1.2 core schema (https://yaml.org/spec/1.2.2/#103-core-schema) with the types that Redocly
 * adds; as in JSON, a timestamp stays a string. Numbers keep their digits.
 */
const YAML_SCHEMA = CORE_SCHEMA.extend({
  implicit: [
    types.merge,
    scalarType('int', keepDigits(types.int)),
    scalarType('float', keepDigits(types.float)),
  ],
  explicit: [
    scalarType('binary', (text) => new ExampleBytes(Buffer.from(text, 'base64'))),
    types.omap,
    types.pairs,
    types.set,
  ],
});

export interface Parsed {
  readonly value: unknown;
  readonly format: 'json' | 'yaml';
}

/**
 * Parses JSON or YAML, whatever the file extension.
 *
 * Throws ContractError, with line and column if known, for text that is empty, malformed or
 * excessive.
 */
export function parseSource(source: string, text: string): Parsed {
  const content = text.replace(/^\uFEFF/, '');
  if (content.includes('\0')) throw refuse(source, 'a binary file');
  if (content.trim() === '') throw refuse(source, 'an empty file');
  const value = parseJsonText(content);
  return value === undefined
    ? { value: parseYaml(source, content), format: 'yaml' }
    : { value, format: 'json' };
}

/** Whether a member or an item of JSON may be a number of more digits than a double keeps. */
function hasLongNumber(text: string): boolean {
  const digits = text.matchAll(/\d[\d.]{15}/g);
  return digits.some(({ index }) =>
    /[:[,]\s*-?$/.test(text.slice(Math.max(0, index - 100), index)),
  );
}

/**
 * Returns `undefined` unless the text is a JSON object or array: the YAML parser has better errors.
 */
function parseJsonText(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return parseJson(text, hasLongNumber(text) ? readExactNumber : undefined);
  } catch {
    return undefined;
  }
}

function parseYaml(source: string, text: string): unknown {
  const value = loadYaml(source, text);
  const excess = text.includes('&') ? findExcess(value) : undefined;
  if (excess !== undefined) throw refuse(source, excess);
  return value;
}

function loadYaml(source: string, text: string): unknown {
  try {
    return load(text, { schema: YAML_SCHEMA, maxDepth: MAX_DEPTH });
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause;
    const { mark, reason } = cause;
    const place = formatPlace({
      source,
      ...(mark && { line: mark.line + 1, column: mark.column + 1 }),
    });
    throw new ContractError(`${place}: expected YAML or JSON: ${reason}.`, { cause });
  }
}

function refuse(source: string, found: string): ContractError {
  return new ContractError(`${formatPlace({ source })}: expected YAML or JSON, found ${found}.`);
}
