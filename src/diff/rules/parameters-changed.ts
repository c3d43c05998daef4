import { isDeepStrictEqual } from 'node:util';
import type { JsonCursor } from '../../contract/model/json-cursor.ts';
import {
  type EndpointPair,
  type EndpointRule,
  findInCall,
  type PlacedFound,
  schemaOf,
} from '../endpoint-pair.ts';
import { openMember, openMembers, readMember } from '../open-member.ts';
import { showValue } from '../show-value.ts';

/** Parameters are added, removed, required, written in another way, renamed in a path, or deprecated. */
export const parametersChanged: EndpointRule = (pair) => {
  const keys = new Set([...pair.after.parameters.keys(), ...pair.before.parameters.keys()]);
  return [...keys].flatMap((key) => {
    const before = pair.before.parameters.get(key);
    const after = pair.after.parameters.get(key);
    if (before === undefined) return after === undefined ? [] : [describeAdded(pair, after)];
    return after === undefined
      ? [describeRemoved(pair, before)]
      : compareParameters(pair, before, after);
  });
};

function describeAdded(pair: EndpointPair, after: JsonCursor): PlacedFound {
  const isRequired = isNeeded(after);
  const what = isRequired ? 'is new and required' : 'is new';
  const ratings = { caller: isRequired ? 'breaking' : 'safe', server: 'breaking' } as const;
  return findInCall(
    pair,
    'parameter-added',
    placeOf(after),
    what,
    ratings,
    pair.before.cursor,
    after,
  );
}

function describeRemoved(pair: EndpointPair, before: JsonCursor): PlacedFound {
  const ratings = { caller: 'breaking', server: 'safe' } as const;
  return findInCall(
    pair,
    'parameter-removed',
    placeOf(before),
    'is gone',
    ratings,
    before,
    pair.after.cursor,
  );
}

function compareParameters(
  pair: EndpointPair,
  before: JsonCursor,
  after: JsonCursor,
): PlacedFound[] {
  const place = placeOf(after);
  const find = (
    rule: string,
    what: string,
    caller: 'breaking' | 'risky' | 'safe',
    server: 'breaking' | 'risky' | 'safe',
  ) => findInCall(pair, rule, place, what, { caller, server }, before, after);
  pair.reach(schemaIn(before), schemaIn(after), pair.flow, place);
  const from = isNeeded(before);
  const to = isNeeded(after);
  return [
    ...(readMember(before, 'name') !== readMember(after, 'name') &&
    readMember(after, 'in') === 'path'
      ? [
          find(
            'path-parameter-renamed',
            `was ${showValue(readMember(before, 'name'))}`,
            'risky',
            'safe',
          ),
        ]
      : []),
    ...(!from && to ? [find('parameter-became-required', 'is required', 'breaking', 'risky')] : []),
    ...(from && !to
      ? [find('parameter-became-optional', 'is not required any more', 'safe', 'breaking')]
      : []),
    ...(isDeepStrictEqual(serialize(before), serialize(after))
      ? []
      : [
          find(
            'parameter-serialization-changed',
            'is written in another way',
            'breaking',
            'breaking',
          ),
        ]),
    ...(readMember(before, 'deprecated') !== true && readMember(after, 'deprecated') === true
      ? [find('parameter-deprecated', 'is deprecated', 'safe', 'safe')]
      : []),
  ];
}

function isNeeded(parameter: JsonCursor): boolean {
  return readMember(parameter, 'in') === 'path' || readMember(parameter, 'required') === true;
}

function placeOf(parameter: JsonCursor): string {
  return `${readMember(parameter, 'in')} ${showValue(readMember(parameter, 'name'))}`;
}

/** Of the parameter, or of its content. */
function schemaIn(parameter: JsonCursor) {
  const [content] = openMembers(openMember(parameter, 'content'));
  return schemaOf(openMember(parameter, 'schema') ?? openMember(content?.[1], 'schema'));
}

/** What decides how a value is written, https://spec.openapis.org/oas/v3.1.1#style-values. */
function serialize(parameter: JsonCursor) {
  const [content] = openMembers(openMember(parameter, 'content'));
  if (content !== undefined) return { content: content[0] };
  const place = readMember(parameter, 'in');
  const style =
    readMember(parameter, 'style') ?? (place === 'query' || place === 'cookie' ? 'form' : 'simple');
  const isPlain = isScalar(openMember(parameter, 'schema'));
  return {
    style,
    explode: isPlain ? undefined : (readMember(parameter, 'explode') ?? style === 'form'),
    allowReserved: readMember(parameter, 'allowReserved') === true,
  };
}

function isScalar(schema: JsonCursor | undefined): boolean {
  const types = [readMember(schema, 'type')].flat();
  return types.every((type) =>
    ['string', 'integer', 'number', 'boolean', 'null'].includes(String(type)),
  );
}
