import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { SchemaObject } from '../../contract/model/json-schema.ts';
import type { RuleCase } from './rule-cases.ts';

/** Values that seldom are of any form that a schema describes. */
const SHAPELESS = ['text', 1.5, 1, true, {}, [], '', -1, null];

/** Rules that put schemas together; `makeOther` gives a value of the one that is excluded by `not`. */
export function listCompositionRules(
  schema: SchemaObject,
  value: unknown,
  makeOther: () => unknown,
): RuleCase[] {
  const cases: RuleCase[] = [];
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    if (schema[keyword] === undefined || value === undefined) continue;
    cases.push({ keyword, what: 'none of its forms', breaks: SHAPELESS });
  }
  if (schema.not !== undefined && value !== undefined) {
    cases.push({
      keyword: 'not',
      what: 'of the form that is excluded',
      breaks: merge(value, makeOther),
    });
  }
  return cases;
}

function* merge(value: unknown, makeOther: () => unknown): Generator<unknown> {
  const other = makeOther();
  if (other === undefined) return;
  if (isJsonObject(value) && isJsonObject(other)) yield { ...value, ...other };
  yield other;
}
