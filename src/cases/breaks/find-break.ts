import type { SchemaPlace } from '../../contract/model/contract.ts';
import { escapeToken } from '../../contract/model/json-cursor.ts';
import type { Violation } from '../../contract/model/violation.ts';
import { MOST_TRIES } from './first-of.ts';
import { isBelow, type Keys, placeValue, toPointer } from './place-value.ts';
import type { RuleCase } from './rule-cases.ts';
import type { CaseTools, SchemaCase } from './schema-case.ts';

/** Finds a value in a place that breaks a rule; `undefined` where none does. */
export type FindBreak = (
  rule: RuleCase,
  place: SchemaPlace,
  keys: Keys,
  whole: unknown,
) => Pick<SchemaCase, 'value' | 'beside'> | undefined;

/** Of the branches of these, the violations are told in their place. */
const COMPOSED = ['oneOf', 'anyOf', 'not'];

/** Creates the search, which prefers a value that breaks a rule alone to one that cannot but break others. */
export function createBreakFinder(root: SchemaPlace, tools: CaseTools): FindBreak {
  const { direction, oracle, check } = tools;
  return (rule, place, keys, whole) => {
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
      const isTold = others.length < violations.length;
      if (!isTold && !isBroken(rule, place, candidate)) continue;
      const beside = [...new Set(others.map(({ rule: { keyword } }) => keyword))];
      const isInside = others.every(({ pointer }) => isBelow(pointer, at) || pointer === at);
      // An object in the place of a branch breaks what that branch requires.
      if (isInside && (second === undefined || beside.length < second.beside.length)) {
        second = { value, beside };
      }
    }
    return second;
  };

  /** What breaks another rule in place of this one says nothing of it; but a branch may have its violations told in place of those of others. */
  function isBroken({ keyword }: RuleCase, place: SchemaPlace, value: unknown): boolean {
    return (
      COMPOSED.includes(keyword) || check(place, value).some(({ rule }) => rule.keyword === keyword)
    );
  }
}
