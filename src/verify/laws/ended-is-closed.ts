import type { CollectionOperation } from '../../contract/collections/collection.ts';
import { plainName } from '../../contract/collections/member-names.ts';
import type { SchemaPlaces } from '../../contract/collections/schema-places.ts';
import type { Session } from '../session/create-session.ts';
import { baseRequest, roleOf } from '../session/items.ts';
import type { Item } from '../session/known-ids.ts';
import { readItem } from '../session/read-item.ts';
import { openViews } from './open-views.ts';
import { sentPlace } from './sent-item.ts';
import { askItem, type Subject } from './subject.ts';
import { type Found, fileConfirmed, type Trail } from './trail.ts';
import { isState } from './values/member-kinds.ts';
import { askChange } from './write-change.ts';

/** States after which a thing is there, but opens nothing any more. */
const ENDS =
  /^(?:revoked|disabled|deactivated|inactive|withdrawn|cancell?ed|expired|deleted|blocked)$/;

/** Law: what an item leads to does not answer once the item is revoked, where the contract has an answer for that: 410. */
export async function tryEnds(session: Session, subject: Subject): Promise<void> {
  const { collection, waits, places } = subject;
  const role = roleOf(collection, 'change');
  if (role === undefined || subject.made.length === 0) return;
  for (const change of listEnds(role, places)) {
    await fileConfirmed(session, waits, async (trail) => {
      const base = await baseRequest(session, role.operation);
      const made = base && (await subject.make());
      if (made === undefined) return [];
      trail.note(made.answer.curl);
      const views = await openViews(trail, subject, made.item, made.key);
      const closing = views.filter(({ operation }) =>
        operation.responses.some(({ status }) => status === '410'),
      );
      const answer =
        closing.length === 0 ? undefined : await askChange(trail, subject, role, change, made.key);
      if (answer?.isSuccess !== true || !(await isKept(trail, subject, made.key, change)))
        return [];
      const found: Found[] = [];
      for (const { operation, ask } of closing) {
        const seen = await trail.eventually(
          async () => ask(trail),
          (one) => !one.isSuccess,
        );
        if (!seen.isSuccess) continue;
        const expected = `410, as ${role.operation.id} made it ${Object.values(change).join()}`;
        found.push({
          kind: 'still-there',
          operation,
          where: 'answer status',
          expected,
          found: String(seen.status),
          lines: [...trail.lines],
        });
      }
      return found;
    });
  }
}

/** A change that is not kept is found by another law. */
async function isKept(
  trail: Trail,
  subject: Subject,
  key: string | number,
  change: Item,
): Promise<boolean> {
  const show = roleOf(subject.collection, 'show');
  const answer = await askItem(trail, subject, 'show', key);
  if (show === undefined || answer?.isSuccess !== true) return true;
  const item = readItem(show, answer.body);
  return Object.entries(change).every(([name, value]) => item[name] === value);
}

/** Changes that end an item: `state: revoked`, `revoked: true`, `active: false`. */
function listEnds(role: CollectionOperation, places: SchemaPlaces): Item[] {
  const place = sentPlace(role, places);
  if (place === undefined) return [];
  return [...places.members(place)].flatMap(([name, own]): Item[] => {
    const options = places.keyword(own, 'enum');
    const end = Array.isArray(options)
      ? options.find((one) => ENDS.test(String(one).toLowerCase()))
      : undefined;
    if (end !== undefined && isState(name)) return [{ [name]: end }];
    if (!places.types(own).includes('boolean')) return [];
    const plain = plainName(name).replace(/^is/, '');
    if (ENDS.test(plain)) return [{ [name]: true }];
    return /^(?:active|enabled)$/.test(plain) ? [{ [name]: false }] : [];
  });
}
