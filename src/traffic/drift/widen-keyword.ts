import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { Cause } from './cause.ts';
import type { Change, DocumentEdit } from './document-edit.ts';
import { type Dialect, inferSchema, typeOf } from './infer-schema.ts';

type KeywordCause = Extract<Cause, { kind: 'keyword' }>;

/** Smallest change that admits what was found, and what it does in words. */
export interface Widening {
  readonly words: string;
  readonly edits: readonly DocumentEdit[];
}

/** Most values of an enumeration; one with more is none. */
const MAX_ENUM = 20;

/** What limits measure. */
const MEASURES: Readonly<Record<string, (value: unknown) => number>> = {
  maximum: Number,
  minimum: Number,
  exclusiveMaximum: Number,
  exclusiveMinimum: Number,
  maxLength: (value) => [...String(value)].length,
  minLength: (value) => [...String(value)].length,
  maxItems: (value) => (Array.isArray(value) ? value.length : 0),
  minItems: (value) => (Array.isArray(value) ? value.length : 0),
  maxProperties: (value) => (isJsonObject(value) ? Object.keys(value).length : 0),
  minProperties: (value) => (isJsonObject(value) ? Object.keys(value).length : 0),
};

/** Finds the smallest change of a schema that admits values which broke one of its keywords. */
export function widenKeyword(
  cause: KeywordCause,
  found: readonly unknown[],
  dialect: Dialect,
): Widening | undefined {
  const { keyword, name = '', pointer, schema } = cause;
  const at = (path: readonly string[], ...changes: Change[]) =>
    changes.map((change): DocumentEdit => ({ at: pointer, path, change }));
  const remove = (key: string): Change => ({ kind: 'remove', key });
  const set = (key: string, value: unknown): Change => ({ kind: 'set', key, value });
  if (Object.hasOwn(MEASURES, keyword)) {
    const limit = measure(keyword, found, schema);
    const plain = keyword.replace(/^exclusiveM/, 'm');
    const edits = plain === keyword ? [] : at([], remove(keyword));
    return {
      words: `set ${plain} to ${limit}`,
      edits: [...edits, ...at([], set(plain, limit))],
    };
  }
  switch (keyword) {
    case 'type':
      return widenType(cause, found, dialect);
    case 'enum':
      return widenEnum(cause, found, dialect);
    case 'const': {
      const values = [schema.const, ...found];
      const edits = [...at([], remove('const')), ...at([], set('enum', values))];
      return { words: `allow ${list(found)} beside ${JSON.stringify(schema.const)}`, edits };
    }
    case 'required':
      return {
        words: `drop "${name}" from required`,
        edits: at(['required'], { kind: 'drop', value: name }),
      };
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const values = found.filter(isJsonObject).map((owner) => owner[name]);
      const value = inferSchema(values, dialect);
      return { words: `add property "${name}"`, edits: at(['properties'], set(name, value)) };
    }
    case 'oneOf':
      return {
        words: 'turn oneOf into anyOf',
        edits: at([], { kind: 'rename', key: 'oneOf', to: 'anyOf' }),
      };
    default:
      return { words: `drop ${keyword}`, edits: at([], remove(keyword)) };
  }
}

/** The limit that just admits all values; never tighter than a limit beside an exclusive one. */
function measure(
  keyword: string,
  found: readonly unknown[],
  schema: Readonly<Record<string, unknown>>,
): number {
  const read = MEASURES[keyword] ?? Number;
  const beside = Number(schema[keyword.replace(/^exclusiveM/, 'm')]);
  const values = [...found.map(read), ...(Number.isNaN(beside) ? [] : [beside])];
  return /^(?:max|exclusiveMax)/.test(keyword) ? Math.max(...values) : Math.min(...values);
}

function widenType(
  { pointer, schema }: KeywordCause,
  found: readonly unknown[],
  dialect: Dialect,
): Widening | undefined {
  const current = [schema.type].flat().filter((type) => typeof type === 'string');
  const added = [...new Set(found.map(typeOf))].filter((type) => type !== undefined);
  if (added.length === 0) return undefined;
  const all = [...new Set([...current, ...added])];
  const types = all.includes('number') ? all.filter((type) => type !== 'integer') : all;
  const at = (change: Change): DocumentEdit => ({ at: pointer, path: [], change });
  const words = `allow ${added.join(' and ')}`;
  if (dialect === '3.1') {
    const value = types.length === 1 ? types[0] : types;
    return { words, edits: [at({ kind: 'set', key: 'type', value })] };
  }
  const [only, ...more] = types.filter((type) => type !== 'null');
  const isNullable = added.includes('null');
  if (only === undefined || more.length > 0 || (isNullable && dialect === '2.0')) {
    return { words: 'drop type', edits: [at({ kind: 'remove', key: 'type' })] };
  }
  const isOther = !current.includes(only);
  return {
    words,
    edits: [
      ...(isOther ? [at({ kind: 'set', key: 'type', value: only })] : []),
      ...(isNullable ? [at({ kind: 'set', key: 'nullable', value: true })] : []),
    ],
  };
}

function widenEnum(
  { pointer, schema }: KeywordCause,
  found: readonly unknown[],
  dialect: Dialect,
): Widening {
  const at = (path: readonly string[], change: Change): DocumentEdit => ({
    at: pointer,
    path,
    change,
  });
  const current = Array.isArray(schema.enum) ? schema.enum : [];
  if (current.length + found.length > MAX_ENUM) {
    return { words: 'drop enum', edits: [at([], { kind: 'remove', key: 'enum' })] };
  }
  // A schema of 3.0 that is nullable has null among its values.
  const isNullable = dialect === '3.0' && found.includes(null) && schema.type !== undefined;
  const values = isNullable ? found.filter((value) => value !== null) : found;
  return {
    words: `add ${list(found)} to enum`,
    edits: [
      ...(isNullable ? [at([], { kind: 'set', key: 'nullable', value: true })] : []),
      ...(values.length > 0 ? [at(['enum'], { kind: 'append', values })] : []),
    ],
  };
}

function list(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ');
}
