import { isDeepStrictEqual } from 'node:util';
import type { SchemaObject } from '../../contract/model/json-schema.ts';
import { allowsType, typeOf } from '../../contract/model/json-types.ts';
import type { Edge, RuleCase } from './rule-cases.ts';

/** One value of each type, those first that a careless check lets through. */
const OF_TYPES: readonly (readonly [type: string, value: unknown])[] = [
  ['string', 'text'],
  ['number', 1.5],
  ['integer', 1],
  ['boolean', true],
  ['object', {}],
  ['array', []],
];
/** Most values of an enumeration that are sent, one by one. */
const MOST_LISTED = 20;

/** Rules about values of any type. */
export function listValueRules(schema: SchemaObject, value: unknown): RuleCase[] {
  return [...listTypeRules(schema, value), ...listListedRules(schema, value)];
}

function listTypeRules({ type }: SchemaObject, value: unknown): RuleCase[] {
  const types = [type].flat().filter((one) => one !== undefined);
  if (types.length === 0) return [];
  const allows = (other: unknown) => allowsType(types, typeOf(other));
  const others = OF_TYPES.map(([, other]) => other).filter((other) => !allows(other));
  const what = `not ${types.join(' or ')}`;
  const edges: Edge[] = types.includes('null') ? [{ what: 'null', values: [null] }] : [];
  return [
    // A text of the same letters first, then what is furthest from it.
    {
      keyword: 'type',
      what,
      breaks: [
        ...(allows(`${value}`) || typeof value === 'object' ? [] : [`${value}`]),
        ...others.filter((other) => typeof other !== typeof value),
        ...others,
      ],
      edges,
    },
    ...(types.includes('null')
      ? []
      : [{ keyword: 'type', detail: 'null', what: 'null', breaks: [null] }]),
  ];
}

function listListedRules(schema: SchemaObject, value: unknown): RuleCase[] {
  const cases: RuleCase[] = [];
  const { enum: listed } = schema;
  if ('const' in schema) {
    const breaks = listOthers([schema.const], value);
    cases.push({ keyword: 'const', what: `not ${JSON.stringify(schema.const)}`, breaks });
  }
  if (Array.isArray(listed)) {
    cases.push({
      keyword: 'enum',
      what: 'none of the listed values',
      breaks: listOthers(listed, value),
      edges: listed
        .slice(0, MOST_LISTED)
        .filter((one) => !isDeepStrictEqual(one, value))
        .map((one) => ({ what: JSON.stringify(one), values: [one] })),
    });
  }
  return cases;
}

/** Values of the type of one that are not listed. */
function listOthers(listed: readonly unknown[], value: unknown): unknown[] {
  const candidates =
    typeof value === 'number'
      ? [...listed.map((one) => Number(one) + 1), -1, 0, 999_999]
      : typeof value === 'boolean'
        ? [!value]
        : [
            `${value}X`,
            'unlisted',
            `${value}`.toUpperCase(),
            `${value}`.toLowerCase(),
            `${value}`.slice(0, -1),
          ];
  return candidates.filter((one) => !listed.some((known) => isDeepStrictEqual(known, one)));
}
