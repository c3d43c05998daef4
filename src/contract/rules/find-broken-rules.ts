import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import type { DescribedViolation } from '../model/describe-violation.ts';
import { unescapeToken } from '../model/json-cursor.ts';
import type { RequestRule } from './request-rule.ts';
import { ANY } from './walk-schema.ts';

/** Where a request broke a rule, and which one. */
export type BrokenPlace = Pick<DescribedViolation, 'in' | 'pointer' | 'keyword'>;

/** Names the rules of an operation that a violation is of; none where its contract lists none. */
export function findBrokenRules(rules: readonly RequestRule[], broken: BrokenPlace): string[] {
  const { in: place, pointer, keyword } = broken;
  if (keyword === 'security') return namesOf(rules, (rule) => rule.keyword === keyword);
  if (keyword === 'mediaType') {
    return namesOf(rules, (rule) => rule.in === 'body' && rule.keyword === keyword);
  }
  const candidates = byPlace(rules).get(`${place} ${keyword}`) ?? [];
  return namesOf(candidates, ({ parameter, at }) => {
    if (parameter === undefined) return isAt(pointer, at);
    // The name of a parameter stands in a pointer as it is.
    const whole = `/${parameter}`;
    if (at.length === 0) return pointer === whole;
    return pointer.startsWith(`${whole}/`) && isAt(pointer.slice(whole.length), at);
  });
}

const byPlace = memoizePerObject((rules: readonly RequestRule[]) =>
  Map.groupBy(rules, ({ in: place, keyword }) => `${place} ${keyword}`),
);

function namesOf(rules: readonly RequestRule[], isMeant: (rule: RequestRule) => boolean): string[] {
  return rules.filter(isMeant).map(({ name }) => name);
}

function isAt(pointer: string, keys: readonly string[]): boolean {
  const tokens = pointer === '' ? [] : pointer.slice(1).split('/');
  return (
    tokens.length === keys.length &&
    keys.every((key, index) => key === ANY || key === unescapeToken(tokens[index] ?? ''))
  );
}
