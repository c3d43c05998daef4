import type { SchemaHint } from '../schemas/schema-hint.ts';

/** What a keyword asks of a value, and no library checks by itself. */
interface Check {
  readonly parameters: string;
  /** Type of the values. */
  readonly type: string;
  /** Function that tells of a value whether it is valid. */
  readonly predicate: string;
  readonly message: string;
}

/** Writes a check as the text of a generated module. */
export type WriteCheck = (name: string, check: Check) => string;

const CHECKS: Readonly<Record<string, Check>> = {
  uniqueItems: {
    parameters: '',
    type: 'readonly unknown[]',
    predicate:
      '(items) => new Set(items.map((item) => JSON.stringify(item))).size === items.length',
    message: "'Expected items that differ'",
  },
  propertyNames: {
    parameters: 'names: readonly string[], patterns: readonly string[]',
    type: 'object',
    predicate:
      "(value) => Object.keys(value).every((key) => names.includes(key) || patterns.some((pattern) => new RegExp(pattern, 'u').test(key)))",
    message: `\`Expected no other keys than \${[...names, ...patterns].join(', ')}\``,
  },
  minProperties: {
    parameters: 'count: number',
    type: 'object',
    predicate: '(value) => Object.keys(value).length >= count',
    message: `\`Expected at least \${count} keys\``,
  },
  maxProperties: {
    parameters: 'count: number',
    type: 'object',
    predicate: '(value) => Object.keys(value).length <= count',
    message: `\`Expected at most \${count} keys\``,
  },
  dependentRequired: {
    parameters: 'names: Readonly<Record<string, readonly string[]>>',
    type: 'object',
    predicate:
      '(value) => Object.entries(names).every(([key, others]) => !Object.hasOwn(value, key) || others.every((other) => Object.hasOwn(value, other)))',
    message: "'Expected keys that belong together'",
  },
  notTogether: {
    parameters: 'names: Readonly<Record<string, string>>',
    type: 'object',
    predicate:
      "(value) => !Object.entries(names).every(([key, type]) => Object.hasOwn(value, key) && (type === '' || typeof Reflect.get(value, key) === type))",
    message: `\`Expected not all of the keys \${Object.keys(names).join(', ')}\``,
  },
  requiredWhen: {
    parameters: 'when: Readonly<Record<string, unknown>>, names: readonly string[]',
    type: 'object',
    predicate:
      '(value) => !Object.entries(when).every(([key, wanted]) => Object.hasOwn(value, key) && Reflect.get(value, key) === wanted) || names.every((name) => Object.hasOwn(value, name))',
    message: `\`Expected the keys \${names.join(', ')}\``,
  },
};

/** Writes each check, by its name. */
export function writeChecks(write: WriteCheck): [name: string, text: string][] {
  return Object.entries(CHECKS).map(([name, check]) => [name, write(name, check)]);
}

/** Call of a check, with its arguments. */
export interface CheckCall {
  readonly name: string;
  readonly given: readonly unknown[];
}

/** Lists the checks of an object that its hint asks for. */
export function listObjectChecks({
  propertyNames,
  minProperties,
  maxProperties,
  dependentRequired,
  requiredWhen,
  notTogether,
}: SchemaHint): CheckCall[] {
  const calls = {
    propertyNames: propertyNames && [propertyNames.names, propertyNames.patterns],
    minProperties: minProperties === undefined ? undefined : [minProperties],
    maxProperties: maxProperties === undefined ? undefined : [maxProperties],
    dependentRequired: dependentRequired && [dependentRequired],
    requiredWhen: requiredWhen && [requiredWhen.when, requiredWhen.names],
    notTogether: notTogether && [notTogether],
  };
  return Object.entries(calls).flatMap(([name, given]) =>
    given === undefined ? [] : [{ name, given }],
  );
}
