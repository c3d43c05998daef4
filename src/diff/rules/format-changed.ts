import { UNCHECKED_FORMAT } from '../../contract/load/upgrade-schema.ts';
import type { Effect } from '../flow.ts';
import { findEffect, type SchemaRule } from '../schema-pair.ts';
import type { SchemaView } from '../schema-view.ts';
import { showValue } from '../show-value.ts';

/** Formats whose values are all of another one as well. */
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  int32: ['int64', 'double', 'float'],
  float: ['double'],
  email: ['idn-email'],
  hostname: ['idn-hostname'],
  uri: ['uri-reference', 'iri', 'iri-reference'],
  'uri-reference': ['iri-reference'],
  iri: ['iri-reference'],
};

/** A format is set, dropped or exchanged. */
export const formatChanged: SchemaRule = (pair) => {
  const before = readFormat(pair.before);
  const after = readFormat(pair.after);
  if (before?.value === after?.value) return [];
  const effect = compare(before?.value, after?.value);
  const what =
    after === undefined
      ? `has no format, had ${showValue(before?.value)}`
      : `has the format ${showValue(after.value)}, had ${before === undefined ? 'none' : showValue(before.value)}`;
  return [findEffect(pair, effect, 'format-changed', what, { before, after })];
};

function readFormat({ keywords }: SchemaView) {
  return (keywords.get('format') ?? keywords.get(UNCHECKED_FORMAT))?.[0];
}

function compare(before: unknown, after: unknown): Effect {
  if (before === undefined || isWithin(after, before)) return 'narrows';
  return after === undefined || isWithin(before, after) ? 'widens' : 'differs';
}

function isWithin(one: unknown, other: unknown): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  return Object.hasOwn(WITHIN, one) && (WITHIN[one]?.includes(other) ?? false);
}
