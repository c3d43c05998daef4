import type { CollectionOperation } from '../../contract/collections/collection.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { Answer } from '../session/create-session.ts';
import { baseRequest, withMembers } from '../session/items.ts';
import type { Item } from '../session/known-ids.ts';
import { readSent, wrapSent } from './sent-item.ts';
import { type Subject, withPath } from './subject.ts';
import type { Trail } from './trail.ts';

/** Asks for a change of an item that consists of some members alone; `undefined` where it cannot be written. */
export async function askChange(
  trail: Trail,
  { parents }: Subject,
  role: CollectionOperation,
  change: Item,
  key: string | number,
  etag: string | null = null,
): Promise<Answer | undefined> {
  const { operation, requestEnvelope } = role;
  const base = await baseRequest(trail.session, operation);
  if (base === undefined) return undefined;
  const [outer] = requestEnvelope;
  const body =
    outer === undefined ? {} : { ...(isJsonObject(base.body) && base.body), [outer]: {} };
  const mediaType = base.mediaType ?? operation.body?.content[0]?.type;
  const emptied = { ...base, body, ...(mediaType !== undefined && { mediaType }) };
  const filled = withMembers(trail.session, operation, emptied, wrapSent(role, body, change));
  const sent = readSent(role, filled.body);
  // A body that cannot be written stays as it was.
  if (Object.keys(change).some((name) => !Object.hasOwn(sent, name))) return undefined;
  const condition = operation.parameters.find(
    ({ in: place, name }) => place === 'header' && name.toLowerCase() === 'if-match',
  );
  const headers =
    condition === undefined || etag === null
      ? filled.headers
      : { ...filled.headers, [condition.name]: etag };
  return trail.ask(operation, withPath({ ...filled, headers }, role, parents(), key));
}
