import type { SchemaPlace } from '../../contract/model/contract.ts';
import { hiddenKeyword } from '../../contract/model/direction.ts';
import { isJsonObject, jump } from '../../contract/model/json-cursor.ts';
import type { SchemaObject } from '../../contract/model/json-schema.ts';
import { isSchema } from '../../contract/model/read-schema.ts';
import { listArrayRules } from './array-rules.ts';
import { listCompositionRules } from './composition-rules.ts';
import { createFilling } from './fill-value.ts';
import { createBreakFinder } from './find-break.ts';
import { firstOf } from './first-of.ts';
import { listNumberRules } from './number-rules.ts';
import { listObjectRules } from './object-rules.ts';
import {
  childOf,
  type Keys,
  placeValue,
  readPlace,
  toPointer,
  withoutMember,
} from './place-value.ts';
import type { RuleCase } from './rule-cases.ts';
import type { CaseTools, SchemaCase, SchemaCases, UnderivedRule } from './schema-case.ts';
import { listTextRules } from './text-rules.ts';
import { listValueRules } from './value-rules.ts';

/** Schemas inside of schemas that are followed. */
const MOST_DEPTH = 12;
/** Times that a schema may stand inside of itself. */
const MOST_NESTED = 1;

/**
 * Lists what breaks each rule of a schema and nothing else, starting from a valid value; what the value lacks, such as optional
 * members and other branches, is added.
 */
export function listSchemaCases(root: SchemaPlace, valid: unknown, tools: CaseTools): SchemaCases {
  const { document, direction, resolve, find, isWanted = () => true } = tools;
  const { isValid, holds, fill, fillOther, fillBranch, fillCondition, makeItem } = createFilling(
    root,
    tools,
  );
  const findBreak = createBreakFinder(root, tools);
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
      tryRule(rule, place, keys, whole);
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

  function tryRule(rule: RuleCase, place: SchemaPlace, keys: Keys, whole: unknown): void {
    const { keyword, detail, what, edges: borders = [] } = rule;
    const identity = { pointer: place.pointer, keyword, ...(detail !== undefined && { detail }) };
    const at = toPointer(keys);
    const found = findBreak(rule, place, keys, whole);
    if (found === undefined) underivable.push({ rule: identity, at });
    else breaks.push({ rule: identity, at, what, ...found });
    for (const border of borders) {
      const value = firstOf(border.values, (one) => placeValue(whole, keys, one), isValid);
      if (value === undefined) continue;
      edges.push({ rule: identity, at, what: border.what, value, beside: [] });
    }
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

  function isHidden({ properties }: SchemaObject, name: string): boolean {
    const property =
      properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
    const resolved = property === undefined ? undefined : resolve(property);
    return isJsonObject(resolved) && resolved[hidden] === true;
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
