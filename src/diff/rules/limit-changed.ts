import type { Spot } from '../change.ts';
import { findEffect, type SchemaPair, type SchemaRule } from '../schema-pair.ts';
import type { SchemaView } from '../schema-view.ts';
import { showValue } from '../show-value.ts';

/** A limit in force: what it is compared by, and where it stands. */
interface Limit {
  readonly keyword: string;
  readonly spot: Spot;
  readonly bound: number;
}

/** Keywords that bound the same figure from the same side. */
interface Side {
  readonly keywords: readonly string[];
  readonly isUpper: boolean;
  /** Bound without which there is none, such as a length of 0. */
  readonly none: number;
}

const SIDES: readonly Side[] = [
  { keywords: ['minimum', 'exclusiveMinimum'], isUpper: false, none: Number.NEGATIVE_INFINITY },
  { keywords: ['maximum', 'exclusiveMaximum'], isUpper: true, none: Number.POSITIVE_INFINITY },
  ...['Length', 'Items', 'Properties'].flatMap((figure): Side[] => [
    { keywords: [`min${figure}`], isUpper: false, none: 0 },
    { keywords: [`max${figure}`], isUpper: true, none: Number.POSITIVE_INFINITY },
  ]),
  { keywords: ['minContains'], isUpper: false, none: 1 },
  { keywords: ['maxContains'], isUpper: true, none: Number.POSITIVE_INFINITY },
];

/** A limit of a number, a length or a count is tightened or loosened, set or dropped. */
export const limitChanged: SchemaRule = (pair) => [
  ...SIDES.flatMap((side) => compareSide(pair, side)),
  ...compareSteps(pair),
];

function compareSide(pair: SchemaPair, side: Side) {
  const before = findLimit(pair.before, side);
  const after = findLimit(pair.after, side);
  const from = before?.bound ?? side.none;
  const to = after?.bound ?? side.none;
  if (from === to) return [];
  const isTighter = side.isUpper ? to < from : to > from;
  return [describe(pair, isTighter ? 'narrows' : 'widens', before, after)];
}

function compareSteps(pair: SchemaPair) {
  const before = findStep(pair.before);
  const after = findStep(pair.after);
  if (before?.bound === after?.bound) return [];
  const isWithin = (one: Limit | undefined, other: Limit | undefined) =>
    other === undefined || (one !== undefined && Number.isInteger(one.bound / other.bound));
  if (isWithin(after, before)) return [describe(pair, 'narrows', before, after)];
  return [describe(pair, isWithin(before, after) ? 'widens' : 'differs', before, after)];
}

function describe(
  pair: SchemaPair,
  effect: 'narrows' | 'widens' | 'differs',
  before: Limit | undefined,
  after: Limit | undefined,
) {
  const rule =
    effect === 'differs'
      ? 'limit-changed'
      : `limit-${effect === 'narrows' ? 'tightened' : 'loosened'}`;
  const places = { before: before?.spot, after: after?.spot };
  return findEffect(pair, effect, rule, write(before, after), places);
}

function write(before: Limit | undefined, after: Limit | undefined): string {
  const show = ({ keyword, spot }: Limit) => `${keyword} ${showValue(spot.value)}`;
  if (after === undefined)
    return before === undefined ? '' : `has no ${before.keyword}, had ${show(before)}`;
  return before === undefined
    ? `has ${show(after)}, had none`
    : `has ${show(after)}, had ${show(before)}`;
}

/** The strictest of the limits of one side. */
function findLimit(view: SchemaView, { keywords, isUpper }: Side): Limit | undefined {
  const limits = keywords.flatMap((keyword) =>
    (view.keywords.get(keyword) ?? []).flatMap((spot): Limit[] => {
      const bound = toBound(view, keyword, Number(spot.value));
      return Number.isNaN(bound) ? [] : [{ keyword, spot, bound }];
    }),
  );
  return limits.reduce<Limit | undefined>((strictest, limit) => {
    if (strictest === undefined) return limit;
    const isStricter = isUpper ? limit.bound < strictest.bound : limit.bound > strictest.bound;
    return isStricter ? limit : strictest;
  }, undefined);
}

/** An exclusive limit is the next integer, or a number that is a little further. */
function toBound({ types }: SchemaView, keyword: string, value: number): number {
  const sign = { exclusiveMinimum: 1, exclusiveMaximum: -1 }[keyword];
  if (sign === undefined) return value;
  const isWhole = types?.has('integer') === true && !types.has('number');
  if (isWhole) return sign > 0 ? Math.floor(value) + 1 : Math.ceil(value) - 1;
  return value + sign * Math.max(Math.abs(value), 1) * Number.EPSILON;
}

function findStep({ keywords }: SchemaView): Limit | undefined {
  const [spot] = keywords.get('multipleOf') ?? [];
  return spot && { keyword: 'multipleOf', spot, bound: Number(spot.value) };
}
