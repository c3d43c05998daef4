import type { JsonCursor } from '../../contract/model/json-cursor.ts';
import {
  type CallRatings,
  type EndpointPair,
  findInCall,
  type PlacedFound,
  schemaOf,
} from '../endpoint-pair.ts';
import { reverse } from '../flow.ts';
import { openMember, openMembers, readMember } from '../open-member.ts';

/** Compares the headers of two responses: those that are added, removed, or become required or optional. */
export function compareHeaders(
  pair: EndpointPair,
  before: JsonCursor,
  after: JsonCursor,
  response: string,
): PlacedFound[] {
  const from = readHeaders(before);
  const to = readHeaders(after);
  return [...new Set([...to.keys(), ...from.keys()])].flatMap((name) => {
    const one = from.get(name);
    const other = to.get(name);
    const place = `${response} header "${name}"`;
    const find = (rule: string, what: string, ratings: CallRatings) => [
      findInCall(pair, rule, place, what, ratings, one ?? before, other ?? after),
    ];
    const isNeeded = readMember(other, 'required') === true;
    if (one === undefined) {
      const server = isNeeded ? 'breaking' : 'safe';
      return find('response-header-added', 'is new', { caller: 'safe', server });
    }
    if (other === undefined) {
      return find('response-header-removed', 'is gone', { caller: 'breaking', server: 'safe' });
    }
    pair.reach(schemaIn(one), schemaIn(other), reverse(pair.flow), place);
    const wasNeeded = readMember(one, 'required') === true;
    if (wasNeeded === isNeeded) return [];
    return isNeeded
      ? find('response-header-became-required', 'is always there', {
          caller: 'safe',
          server: 'breaking',
        })
      : find('response-header-became-optional', 'may be missing', {
          caller: 'breaking',
          server: 'safe',
        });
  });
}

function readHeaders(response: JsonCursor): Map<string, JsonCursor> {
  const headers = openMembers(openMember(response, 'headers'));
  return new Map(headers.map(([name, header]) => [name.toLowerCase(), header]));
}

function schemaIn(header: JsonCursor) {
  const [content] = openMembers(openMember(header, 'content'));
  return schemaOf(openMember(header, 'schema') ?? openMember(content?.[1], 'schema'));
}
