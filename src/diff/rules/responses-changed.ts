import type { JsonCursor } from '../../contract/model/json-cursor.ts';
import {
  type EndpointPair,
  type EndpointRule,
  findInCall,
  type PlacedFound,
} from '../endpoint-pair.ts';
import { reverse } from '../flow.ts';
import { compareContent } from './media-types-changed.ts';
import { compareHeaders } from './response-headers-changed.ts';

/** Statuses are added or removed; one that a class such as `4XX` or `default` stands for is still there. */
export const responsesChanged: EndpointRule = (pair) => {
  const { before, after } = pair;
  const gone = [...before.responses].filter(([status]) => !after.responses.has(status));
  return [
    ...[...after.responses].flatMap(([status, response]) => {
      const former = before.responses.get(status);
      return former === undefined
        ? compareAdded(pair, status, response)
        : compareResponses(pair, former, response, status);
    }),
    ...gone.flatMap(([status, response]) => compareGone(pair, status, response)),
  ];
};

function compareAdded(pair: EndpointPair, status: string, after: JsonCursor): PlacedFound[] {
  const cover = findCover(pair.before.responses, status);
  if (cover !== undefined) return compareResponses(pair, cover, after, status);
  const ratings = { caller: 'risky', server: 'safe' } as const;
  const { cursor } = pair.before;
  return [
    findInCall(pair, 'response-added', `response ${status}`, 'is new', ratings, cursor, after),
  ];
}

function compareGone(pair: EndpointPair, status: string, before: JsonCursor): PlacedFound[] {
  const cover = findCover(pair.after.responses, status);
  if (cover !== undefined) return compareResponses(pair, before, cover, status);
  // A client most often treats all errors as one.
  const caller = /^[23]/.test(status) ? 'breaking' : 'risky';
  const ratings = { caller, server: 'breaking' } as const;
  const { cursor } = pair.after;
  return [
    findInCall(pair, 'response-removed', `response ${status}`, 'is gone', ratings, before, cursor),
  ];
}

function findCover(responses: ReadonlyMap<string, JsonCursor>, status: string) {
  const byClass = /^\d\d\d$/.test(status) ? responses.get(`${status.charAt(0)}XX`) : undefined;
  return byClass ?? responses.get('default');
}

function compareResponses(
  pair: EndpointPair,
  before: JsonCursor,
  after: JsonCursor,
  status: string,
): PlacedFound[] {
  const place = `response ${status}`;
  return [
    ...compareHeaders(pair, before, after, place),
    ...compareContent(pair, before, after, reverse(pair.flow), `${place} body`),
  ];
}
