import { ContractError } from '../contract/model/contract-error.ts';
import { escapeToken, isJsonObject, jump } from '../contract/model/json-cursor.ts';
import type { Spot } from './change.ts';

/** Schemas that a value must fit all of. */
export type Schemas = readonly Spot[];

/** What schemas say together: `allOf` and references are taken apart, `null` among types and alternatives is noted. */
export interface SchemaView {
  /** The same for the same schemas. */
  readonly key: string;
  /** Where they are written; the first of several. */
  readonly spot: Spot;
  /** Whether no value fits, as of `false`. */
  readonly isNever: boolean;
  /** Types but `null`; `undefined` where none are named. */
  readonly types: ReadonlySet<string> | undefined;
  /** Where types are named. */
  readonly typeSpot: Spot | undefined;
  readonly isNullable: boolean;
  readonly members: ReadonlyMap<string, Schemas>;
  readonly required: ReadonlyMap<string, Spot>;
  /** `oneOf` and `anyOf` without `null`. */
  readonly alternatives: readonly Alternatives[];
  /** All other keywords, each as often as the schemas have it. */
  readonly keywords: ReadonlyMap<string, Schemas>;
}

/** Schemas of which a value must fit one. */
export interface Alternatives {
  readonly keyword: 'oneOf' | 'anyOf';
  readonly spot: Spot;
  readonly branches: readonly Spot[];
}

/** Views schemas; the same schemas give the same view. */
export type ViewSchemas = (schemas: Schemas) => SchemaView;

/** Members of a reference that say nothing of the value. */
const ANNOTATIONS = ['$ref', 'description', 'summary', 'title'];

/** Creates a function that views schemas of a bundled document. */
export function createSchemaViewer(document: unknown): ViewSchemas {
  const known = new Map<string, SchemaView>();
  return (schemas) => {
    const targets = unique(schemas.map((spot) => followBare(document, spot)));
    const key = targets.map(({ pointer }) => pointer).join('\n');
    const view = known.get(key) ?? makeView(document, key, targets);
    known.set(key, view);
    return view;
  };
}

function makeView(document: unknown, key: string, schemas: Schemas): SchemaView {
  const keywords = new Map<string, Spot[]>();
  const members = new Map<string, Spot[]>();
  const required = new Map<string, Spot>();
  const alternatives: Alternatives[] = [];
  const seen = new Set<string>();
  let isNever = false;
  let isOrNull = false;
  for (const schema of schemas) visit(schema);
  const typeSpots = keywords.get('type') ?? [];
  const types = readTypes(typeSpots);
  keywords.delete('type');
  return {
    key,
    spot: schemas[0] ?? { pointer: '', value: true },
    isNever: isNever || types?.names.size === 0,
    types: types && new Set([...types.names].filter((name) => name !== 'null')),
    typeSpot: typeSpots[0],
    isNullable: isOrNull || (types?.names.has('null') ?? true),
    members,
    required,
    alternatives,
    keywords,
  };

  function visit(spot: Spot): void {
    const { pointer, value } = spot;
    if (value === false) isNever = true;
    if (!isJsonObject(value) || seen.has(pointer)) return;
    seen.add(pointer);
    const target = followOnce(document, spot);
    if (target !== undefined) visit(target);
    for (const [keyword, content] of Object.entries(value)) {
      read(keyword, { pointer: `${pointer}/${escapeToken(keyword)}`, value: content });
    }
  }

  function read(keyword: string, spot: Spot): void {
    switch (keyword) {
      case '$ref':
        return;
      case 'allOf':
        for (const branch of listItems(spot)) visit(branch);
        return;
      case 'properties':
        for (const [name, member] of listMembers(spot)) add(members, name, member);
        return;
      case 'required':
        for (const item of listItems(spot)) {
          if (typeof item.value === 'string') required.set(item.value, item);
        }
        return;
      case 'oneOf':
      case 'anyOf':
        readAlternatives(keyword, spot);
        return;
      default:
        add(keywords, keyword, spot);
    }
  }

  /** A schema or `null` is that schema, nullable. */
  function readAlternatives(keyword: 'oneOf' | 'anyOf', spot: Spot): void {
    const all = listItems(spot);
    const branches = all.filter(({ value }) => !isNull(value));
    const [only] = branches;
    if (branches.length < all.length) isOrNull = true;
    if (branches.length < all.length && branches.length === 1 && only) visit(only);
    else alternatives.push({ keyword, spot, branches });
  }
}

function add(lists: Map<string, Spot[]>, key: string, spot: Spot): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [spot]);
  else list.push(spot);
}

function readTypes(spots: Schemas): { readonly names: ReadonlySet<string> } | undefined {
  const [first, ...others] = spots.map(({ value }) => new Set([value].flat().map(String)));
  if (first === undefined) return undefined;
  return { names: others.reduce(intersect, first) };
}

/** Types of both; an integer is a number. */
function intersect(one: Set<string>, other: Set<string>): Set<string> {
  const both = one.intersection(other);
  const hasInteger = (a: Set<string>, b: Set<string>) => a.has('integer') && b.has('number');
  if (hasInteger(one, other) || hasInteger(other, one)) both.add('integer');
  return both;
}

/** Follows references that have nothing beside them, so that one schema has one key wherever it is used. */
function followBare(document: unknown, spot: Spot): Spot {
  let at = spot;
  for (const seen = new Set<string>(); !seen.has(at.pointer); ) {
    seen.add(at.pointer);
    const { value } = at;
    if (!isJsonObject(value) || Object.keys(value).some((key) => !ANNOTATIONS.includes(key))) break;
    const target = followOnce(document, at);
    if (target === undefined) break;
    at = target;
  }
  return at;
}

function followOnce(document: unknown, { value }: Spot): Spot | undefined {
  if (!isJsonObject(value) || typeof value.$ref !== 'string') return undefined;
  try {
    const { pointer, node } = jump(document, value.$ref);
    return { pointer, value: node };
  } catch (error) {
    // The loader has reported it.
    if (error instanceof ContractError) return undefined;
    throw error;
  }
}

/** Items of a list, with their pointers. */
export function listItems({ pointer, value }: Spot): Spot[] {
  if (!Array.isArray(value)) return [];
  return value.map((item, index) => ({ pointer: `${pointer}/${index}`, value: item }));
}

/** Members of an object, with their pointers. */
export function listMembers({ pointer, value }: Spot): [name: string, member: Spot][] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).map(([name, member]) => [
    name,
    { pointer: `${pointer}/${escapeToken(name)}`, value: member },
  ]);
}

function isNull(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { type, const: only, enum: values } = value;
  const isOnly = Array.isArray(values) && values.length === 1 && values[0] === null;
  return type === 'null' || ('const' in value && only === null) || isOnly;
}

function unique(spots: Schemas): Schemas {
  if (spots.length < 2) return spots;
  const byPointer = new Map(spots.map((spot) => [spot.pointer, spot]));
  return [...byPointer.values()].sort((one, other) => (one.pointer < other.pointer ? -1 : 1));
}
