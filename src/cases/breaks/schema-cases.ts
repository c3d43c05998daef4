import type { SchemaPlace } from '../../contract/model/contract.ts';
import type { Direction } from '../../contract/model/direction.ts';
import { hiddenKeyword } from '../../contract/model/direction.ts';
import { escapeToken, isJsonObject, jump } from '../../contract/model/json-cursor.ts';
import type { SchemaObject } from '../../contract/model/json-schema.ts';
import { isSchema } from '../../contract/model/read-schema.ts';
import type { ResolveSchema } from '../../contract/model/resolve-schema.ts';
import type { Violation } from '../../contract/model/violation.ts';
import type { Constraint } from '../case.ts';
import type { SchemaOracle } from '../schema-oracle.ts';
import type { FindValue } from '../value-maker.ts';
import { listArrayRules } from './array-rules.ts';
import { listCompositionRules } from './composition-rules.ts';
import { listNumberRules } from './number-rules.ts';
import { listObjectRules } from './object-rules.ts';
import { type Keys, placeValue, readPlace, withoutMember } from './place-value.ts';
import type { RuleCase } from './rule-cases.ts';
import { listTextRules } from './text-rules.ts';
import { listValueRules } from './value-rules.ts';

/** Rule of a schema, without the part of the message that it is about. */
export type SchemaRule = Omit<Constraint, 'in'>;

/** A value that differs from a valid one in one place. */
export interface SchemaCase {
  readonly rule: SchemaRule;
  /** JSON Pointer of the place. */
  readonly at: string;
  /** What the value is there, such as `longer than 40`. */
  readonly what: string;
  /** The value as a whole. */
  readonly value: unknown;
  /** Keywords that it cannot but break as well. */
  readonly beside: readonly string[];
}

/** What follows from a schema: values that break one rule each, values at the border of one, and rules for which there is none. */
export interface SchemaCases {
  readonly breaks: readonly SchemaCase[];
  readonly edges: readonly SchemaCase[];
  readonly underivable: readonly UnderivedRule[];
}

export interface UnderivedRule {
  readonly rule: SchemaRule;
  readonly at: string;
}

/** What values are judged by. */
export interface CaseTools {
  readonly document: unknown;
  readonly direction: Direction;
  readonly resolve: ResolveSchema;
  /** A second opinion, so that no value is sent about which two validators differ. */
  readonly oracle: SchemaOracle;
  /** Violations of a schema by a value. */
  readonly check: (place: SchemaPlace, value: unknown) => readonly Violation[];
  readonly find: FindValue;
  /** Whether the rules of the schema at a pointer are tried; all are by default. */
  readonly isWanted?: (pointer: string) => boolean;
}

/** Values that are tried for one rule. */
const MOST_TRIES = 60;
/** Schemas inside of schemas that are followed. */
const MOST_DEPTH = 12;
/** Times that a schema may stand inside of itself. */
const MOST_NESTED = 1;

/**
 * Lists what breaks each rule of a schema and nothing else, starting from a valid value; what the value lacks, such as optional
 * members and other branches, is added.
 */
export function listSchemaCases(root: SchemaPlace, valid: unknown, tools: CaseTools): SchemaCases {
  const { document, direction, resolve, oracle, check, find, isWanted = () => true } = tools;
  const hidden = hiddenKeyword(direction);
  const breaks: SchemaCase[] = [];
  const edges: SchemaCase[] = [];
  const underivable: UnderivedRule[] = [];
  const seen = new Set<string>();
  const tried = new Set<string>();
  visit(root, [], valid, []);
  return { breaks, edges, underivable };

  function visit(place: SchemaPlace, keys: Keys, whole: unknown, trail: readonly string[]): void {
    const { schema, pointer } = place;
    if (typeof schema === 'boolean' || keys.length > MOST_DEPTH) return;
    const key = `${pointer} ${keys.map((one) => (typeof one === 'number' ? '*' : one)).join('/')}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (schema.$ref !== undefined) {
      const target = follow(schema.$ref);
      const nested = trail.filter((one) => one === target?.pointer).length;
      if (target !== undefined && nested <= MOST_NESTED) {
        visit(target, keys, whole, [...trail, target.pointer]);
      }
    }
    visitValue(place, schema, keys, whole, trail);
    // Of null, the other rules say nothing.
    const other =
      readPlace(whole, keys) === null ? fillOther(place, schema, keys, whole) : undefined;
    if (other !== undefined) visitValue(place, schema, keys, other, trail);
  }

  function visitValue(
    place: SchemaPlace,
    schema: SchemaObject,
    keys: Keys,
    whole: unknown,
    trail: readonly string[],
  ): void {
    const value = readPlace(whole, keys);
    for (const rule of isWanted(place.pointer) ? listRules(place, schema, value) : []) {
      if (isTried(rule, place.pointer, keys)) continue;
      tryRule(rule, place.pointer, keys, whole);
    }
    visitMembers(place, schema, value, keys, whole, trail);
    visitItems(place, schema, value, keys, whole, trail);
    visitParts(place, schema, keys, whole, trail);
  }

  /** Rules about values of any type are tried with null already. */
  function isTried({ keyword, detail = '' }: RuleCase, pointer: string, keys: Keys): boolean {
    const identity = `${pointer} ${toPointer(keys)} ${keyword} ${detail}`;
    if (tried.has(identity)) return true;
    tried.add(identity);
    return false;
  }

  /** Puts a value of another type in the place of null. */
  function fillOther(
    place: SchemaPlace,
    schema: SchemaObject,
    keys: Keys,
    whole: unknown,
  ): unknown {
    const types = [schema.type].flat().filter((type) => type !== undefined && type !== 'null');
    if (types.length === 0) return undefined;
    const made = find({ ...place, schema: { ...schema, type: types } }, []);
    return firstOf([made ?? undefined], (one) => placeValue(whole, keys, one), isValid);
  }

  function listRules(place: SchemaPlace, schema: SchemaObject, value: unknown): RuleCase[] {
    return [
      ...listValueRules(schema, value),
      ...listTextRules(schema, value),
      ...listNumberRules(schema, value),
      ...listArrayRules(schema, value, (index) => makeItem(place, schema, value, index)),
      ...listObjectRules(schema, value).filter(
        ({ keyword, detail }) => keyword !== 'required' || !isHidden(schema, detail ?? ''),
      ),
      ...listCompositionRules(schema, value, () =>
        isSchema(schema.not) ? find(childOf(place, schema.not, 'not'), []) : undefined,
      ),
    ];
  }

  function tryRule(rule: RuleCase, pointer: string, keys: Keys, whole: unknown): void {
    const { keyword, detail, what, edges: borders = [] } = rule;
    const identity = { pointer, keyword, ...(detail !== undefined && { detail }) };
    const at = toPointer(keys);
    const found = findBreak(rule, keys, whole);
    if (found === undefined) underivable.push({ rule: identity, at });
    else breaks.push({ rule: identity, at, what, ...found });
    for (const border of borders) {
      const value = firstOf(border.values, (one) => placeValue(whole, keys, one), isValid);
      if (value === undefined) continue;
      edges.push({ rule: identity, at, what: border.what, value, beside: [] });
    }
  }

  /** Prefers a value that breaks this rule alone to one that cannot but break others. */
  function findBreak(rule: RuleCase, keys: Keys, whole: unknown) {
    const at = toPointer(keys);
    const named = rule.keyword === 'required' ? `${at}/${escapeToken(rule.detail ?? '')}` : at;
    let second: Pick<SchemaCase, 'value' | 'beside'> | undefined;
    let tries = 0;
    for (const candidate of rule.breaks) {
      tries += 1;
      if (tries > MOST_TRIES) break;
      const value = placeValue(whole, keys, candidate);
      const violations = check(root, value).filter(({ severity }) => severity === undefined);
      const isOwn = ({ pointer, rule: { keyword } }: Violation) =>
        keyword === rule.keyword && (pointer === named || isBelow(pointer, named));
      const others = violations.filter((violation) => !isOwn(violation));
      if (violations.length === 0 || oracle(root, value, direction).length === 0) continue;
      if (others.length === 0) return { value, beside: [] };
      const beside = [...new Set(others.map(({ rule: { keyword } }) => keyword))];
      const isInside = others.every(({ pointer }) => isBelow(pointer, at) || pointer === at);
      // An object in the place of a branch breaks what that branch requires.
      if (isInside && (second === undefined || beside.length < second.beside.length)) {
        second = { value, beside };
      }
    }
    return second;
  }

  function visitMembers(
    place: SchemaPlace,
    schema: SchemaObject,
    value: unknown,
    keys: Keys,
    whole: unknown,
    trail: readonly string[],
  ): void {
    if (!isJsonObject(value)) return;
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      if (!isSchema(property) || isHidden(schema, name)) continue;
      const inner = [...keys, name];
      const member = childOf(place, property, 'properties', name);
      const isThere = Object.hasOwn(value, name);
      const filled = isThere ? whole : fill(whole, inner, member);
      if (filled === undefined) {
        underivable.push({
          rule: { pointer: member.pointer, keyword: 'properties' },
          at: toPointer(inner),
        });
        continue;
      }
      if (isThere) tryWithout(schema, place.pointer, name, value, keys, whole);
      else {
        const rule = { pointer: place.pointer, keyword: 'properties', detail: name };
        edges.push({ rule, at: toPointer(inner), what: 'given', value: filled, beside: [] });
      }
      visit(member, inner, filled, trail);
    }
    const { additionalProperties: rest } = schema;
    if (!isJsonObject(rest)) return;
    const member = childOf(place, rest, 'additionalProperties');
    const known = Object.keys(value).find((name) => !Object.hasOwn(schema.properties ?? {}, name));
    const inner = [...keys, known ?? 'other'];
    const filled = known === undefined ? fill(whole, inner, member) : whole;
    if (filled !== undefined) visit(member, inner, filled, trail);
  }

  /** An optional member may be left out. */
  function tryWithout(
    { required = [] }: SchemaObject,
    pointer: string,
    name: string,
    value: Readonly<Record<string, unknown>>,
    keys: Keys,
    whole: unknown,
  ): void {
    if (required.includes(name)) return;
    const without = placeValue(whole, keys, withoutMember(value, name));
    if (!isValid(without)) return;
    const rule = { pointer, keyword: 'properties', detail: name };
    edges.push({
      rule,
      at: toPointer([...keys, name]),
      what: 'left out',
      value: without,
      beside: [],
    });
  }

  function visitItems(
    place: SchemaPlace,
    schema: SchemaObject,
    value: unknown,
    keys: Keys,
    whole: unknown,
    trail: readonly string[],
  ): void {
    if (!Array.isArray(value)) return;
    const { prefixItems = [], items } = schema;
    for (const [index, item] of prefixItems.entries()) {
      if (index < value.length) {
        visit(childOf(place, item, 'prefixItems', index), [...keys, index], whole, trail);
      }
    }
    if (!isJsonObject(items)) return;
    const item = childOf(place, items, 'items');
    const inner = [...keys, prefixItems.length];
    const filled = value.length > prefixItems.length ? whole : fill(whole, inner, item);
    if (filled !== undefined) visit(item, inner, filled, trail);
  }

  function visitParts(
    place: SchemaPlace,
    schema: SchemaObject,
    keys: Keys,
    whole: unknown,
    trail: readonly string[],
  ): void {
    for (const [index, part] of (schema.allOf ?? []).entries()) {
      visit(childOf(place, part, 'allOf', index), keys, whole, trail);
    }
    for (const keyword of ['oneOf', 'anyOf'] as const) {
      for (const [index, branch] of (schema[keyword] ?? []).entries()) {
        const inner = childOf(place, branch, keyword, index);
        const filled = fillBranch(inner, keys, whole);
        const rule = { pointer: place.pointer, keyword, detail: String(index) };
        if (filled === undefined) {
          underivable.push({ rule, at: toPointer(keys) });
          continue;
        }
        if (filled !== whole) {
          const what = `as the ${index + 1}. of its forms`;
          edges.push({ rule, at: toPointer(keys), what, value: filled, beside: [] });
        }
        visit(inner, keys, filled, trail);
      }
    }
    for (const keyword of ['then', 'else'] as const) {
      const part = schema[keyword];
      if (!isSchema(part) || !isSchema(schema.if)) continue;
      const inner = childOf(place, part, keyword);
      const condition = childOf(place, schema.if, 'if');
      const isMet = holds(condition, readPlace(whole, keys));
      if (isMet === (keyword === 'then')) visit(inner, keys, whole, trail);
      else if (keyword === 'then') {
        const filled = fillCondition(condition, inner, keys, whole);
        if (filled !== undefined) visit(inner, keys, filled, trail);
      }
    }
  }

  /** Makes a value that meets a condition and what follows from it. */
  function fillCondition(
    condition: SchemaPlace,
    consequence: SchemaPlace,
    keys: Keys,
    whole: unknown,
  ): unknown {
    const value = readPlace(whole, keys);
    const [met, kept] = [find(condition, []), find(consequence, [])];
    if (!isJsonObject(value) || !isJsonObject(met)) return undefined;
    const own = isJsonObject(kept) ? kept : {};
    const merged = [
      { ...value, ...met },
      { ...value, ...own, ...met },
    ];
    const whenMet = merged.filter((one) => holds(condition, one));
    return firstOf(whenMet, (one) => placeValue(whole, keys, one), isValid);
  }

  /** Makes a value in which a branch holds. */
  function fillBranch(branch: SchemaPlace, keys: Keys, whole: unknown): unknown {
    const value = readPlace(whole, keys);
    if (holds(branch, value)) return whole;
    const made = find(branch, []);
    const merged = isJsonObject(value) && isJsonObject(made) ? { ...value, ...made } : made;
    return firstOf([made, merged], (one) => placeValue(whole, keys, one), isValid);
  }

  /** Adds a value in a place that has none. */
  function fill(whole: unknown, keys: Keys, place: SchemaPlace): unknown {
    const made = find(place, []);
    return made === undefined
      ? undefined
      : firstOf([made], (one) => placeValue(whole, keys, one), isValid);
  }

  function makeItem(
    place: SchemaPlace,
    { items, prefixItems = [] }: SchemaObject,
    value: unknown,
    index: number,
  ): unknown {
    const known = Array.isArray(value) ? value : [];
    if (!isSchema(items) || prefixItems.length > 0) return known.at(-1);
    if (index < known.length) return known[index];
    if (items === true) return `item ${index}`;
    return varyItem(childOf(place, items, 'items'), known, index);
  }

  /** Items that differ: the values of an enumeration, or a valid one with another text or number in it. */
  function varyItem(place: SchemaPlace, known: readonly unknown[], index: number): unknown {
    const resolved = resolve(place.schema);
    if (typeof resolved === 'boolean') return known[0];
    if (Array.isArray(resolved.enum)) return resolved.enum[index % resolved.enum.length];
    const base = known[0] ?? find(place, []);
    return (
      firstOf(
        listVariants(base, index),
        (one) => one,
        (one) => holds(place, one),
      ) ?? base
    );
  }

  function isHidden({ properties }: SchemaObject, name: string): boolean {
    const property =
      properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
    const resolved = property === undefined ? undefined : resolve(property);
    return isJsonObject(resolved) && resolved[hidden] === true;
  }

  function holds(place: SchemaPlace, value: unknown): boolean {
    return value !== undefined && oracle(place, value, direction).length === 0;
  }

  function isValid(value: unknown): boolean {
    return oracle(root, value, direction).length === 0 && check(root, value).length === 0;
  }

  function follow($ref: string): SchemaPlace | undefined {
    try {
      const { pointer, node } = jump(document, $ref);
      return isSchema(node) ? { pointer, schema: node } : undefined;
    } catch {
      return undefined;
    }
  }
}

function childOf(
  { pointer }: SchemaPlace,
  schema: SchemaPlace['schema'],
  ...keys: Keys
): SchemaPlace {
  return { pointer: `${pointer}${toPointer(keys)}`, schema };
}

function toPointer(keys: Keys): string {
  return keys.map((key) => `/${escapeToken(key)}`).join('');
}

function isBelow(pointer: string, owner: string): boolean {
  return pointer.startsWith(`${owner}/`);
}

/** The first of some values that is right once it is made whole. */
function firstOf(
  values: Iterable<unknown>,
  complete: (value: unknown) => unknown,
  isRight: (value: unknown) => boolean,
): unknown {
  let tries = 0;
  for (const value of values) {
    tries += 1;
    if (tries > MOST_TRIES) return undefined;
    if (value === undefined) continue;
    const whole = complete(value);
    if (isRight(whole)) return whole;
  }
  return undefined;
}

function* listVariants(base: unknown, index: number): Generator<unknown> {
  if (typeof base === 'string') {
    yield `${base}${index}`;
    yield `${index}${base}`;
    yield base.slice(0, -1) + String.fromCodePoint(97 + (index % 26));
    yield String.fromCodePoint(97 + (index % 26)) + base.slice(1);
  } else if (typeof base === 'number') {
    yield base + index + 1;
    yield base - index - 1;
  } else if (isJsonObject(base)) {
    for (const [name, member] of Object.entries(base)) {
      for (const variant of listVariants(member, index)) yield { ...base, [name]: variant };
    }
  }
}
