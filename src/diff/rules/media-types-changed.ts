import { isDeepStrictEqual } from 'node:util';
import type { JsonCursor } from '../../contract/model/json-cursor.ts';
import { essence } from '../../contract/model/media-type.ts';
import { type EndpointPair, findInCall, type PlacedFound, schemaOf } from '../endpoint-pair.ts';
import type { Flow } from '../flow.ts';
import { openMember, openMembers, readMember } from '../open-member.ts';

/** Compares the content of two bodies: media types that are added and removed, their schemas and their encoding. */
export function compareContent(
  pair: EndpointPair,
  before: JsonCursor,
  after: JsonCursor,
  flow: Flow,
  place: string,
): PlacedFound[] {
  const from = readContent(before);
  const to = readContent(after);
  const isRequest = flow === pair.flow;
  const types = [...new Set([...to.keys(), ...from.keys()])];
  return types.flatMap((type) => {
    const one = from.get(type);
    const other = to.get(type);
    const at = types.length > 1 ? `${place} ${type}` : place;
    if (one === undefined) {
      const server = isRequest ? 'breaking' : 'risky';
      const ratings = { caller: 'safe', server } as const;
      return [
        findInCall(pair, 'media-type-added', place, `may be ${type}`, ratings, before, other),
      ];
    }
    if (other === undefined) {
      const server = isRequest ? 'safe' : 'risky';
      const ratings = { caller: 'breaking', server } as const;
      return [
        findInCall(
          pair,
          'media-type-removed',
          place,
          `may no longer be ${type}`,
          ratings,
          one,
          after,
        ),
      ];
    }
    for (const key of ['schema', 'itemSchema']) {
      pair.reach(schemaOf(openMember(one, key)), schemaOf(openMember(other, key)), flow, at);
    }
    if (isDeepStrictEqual(readMember(one, 'encoding'), readMember(other, 'encoding'))) return [];
    const ratings = { caller: 'breaking', server: 'breaking' } as const;
    const what = 'encodes its fields in another way';
    return [findInCall(pair, 'encoding-changed', at, what, ratings, one, other)];
  });
}

/** Content by media type without parameters. */
function readContent(body: JsonCursor): Map<string, JsonCursor> {
  return new Map(
    openMembers(openMember(body, 'content')).map(([type, media]) => [essence(type), media]),
  );
}
