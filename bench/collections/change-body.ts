import type { Operation } from '../../src/contract/model/contract.ts';
import { isJsonObject } from '../../src/contract/model/json-cursor.ts';
import { findMedia } from '../../src/contract/model/media-type.ts';
import type { Outgoing } from '../send.ts';
import type { CheckValue } from '../specs/independent-check.ts';

/** Changes one text of a JSON body, so that the change shows, where the contract allows another text. */
export function changeBody(
  outgoing: Outgoing,
  { body }: Operation,
  variable: string,
  check: CheckValue,
): Outgoing {
  const type = Object.entries(outgoing.headers).find(
    ([name]) => name.toLowerCase() === 'content-type',
  )?.[1];
  const media = findMedia(body?.content ?? [], String(type ?? ''));
  const value = parse(outgoing.body);
  if (media?.schema === undefined || !isJsonObject(value)) return outgoing;
  for (const [changed] of listChanges(value, variable)) {
    if (check(media.schema, changed, 'request').length > 0) continue;
    const bytes = Buffer.from(JSON.stringify(changed));
    return { ...outgoing, body: bytes };
  }
  return outgoing;
}

function* listChanges(
  value: Record<string, unknown>,
  variable: string,
): Generator<[Record<string, unknown>]> {
  for (const [name, member] of Object.entries(value)) {
    // What names the item may not be changed at the same time.
    if (/^(?:id|key|name|.*_?id)$/i.test(name) || variable.endsWith(name)) continue;
    if (typeof member === 'string') yield [{ ...value, [name]: `${member} changed` }];
    if (isJsonObject(member))
      for (const [inner] of listChanges(member, variable)) yield [{ ...value, [name]: inner }];
  }
}

function parse(body: Outgoing['body']): unknown {
  if (body === undefined) return undefined;
  try {
    return JSON.parse(Buffer.from(body).toString());
  } catch {
    return undefined;
  }
}
