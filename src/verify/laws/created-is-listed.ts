import type { Session } from '../session/create-session.ts';
import type { MadeItem } from '../session/items.ts';
import { roleOf } from '../session/items.ts';
import type { Item } from '../session/known-ids.ts';
import { findUnkept } from './created-is-shown.ts';
import type { ListSource } from './lists/list-source.ts';
import { isAllowed } from './lists/list-source.ts';
import { largestSize } from './lists/view-list.ts';
import { type Walk, walkPages } from './lists/walk-pages.ts';
import type { Subject } from './subject.ts';
import { fileConfirmed, type Trail } from './trail.ts';

/** Statuses of what is done later. */
const LATER = 202;

/** Law: what was created is listed, with the values that were sent. */
export async function tryListed(session: Session, subject: Subject): Promise<void> {
  const { collection, waits } = subject;
  const create = roleOf(collection, 'create');
  const source = subject.lists.find(
    ({ role, isWhole }) => isWhole && role !== undefined && roleOf(collection, 'list') === role,
  );
  if (create === undefined || source?.role === undefined) return;
  const { role, operation } = source;
  const ready = [...subject.made].toReversed();
  await fileConfirmed(session, waits, async (trail) => {
    const made = ready.shift() ?? (await subject.make());
    if (made === undefined || made.answer.status === LATER) return [];
    trail.note(made.answer.curl);
    const walk = await trail.eventually(
      async () => findInList(trail, source, subject, made),
      (seen) => seen === undefined || seen.items.has(String(made.key)),
    );
    if (walk === undefined || walk.end === 'bound') return [];
    const item = walk.items.get(String(made.key));
    const lines = [...trail.lines];
    if (item !== undefined) {
      const known = new Set(
        findUnkept(session, subject, create, made, made.item, create).map(({ member }) => member),
      );
      return findUnkept(session, subject, create, made, item, role)
        .filter(({ severity, member }) => severity !== 'warning' && !known.has(member))
        .map((found) => ({
          ...found,
          where: found.where.replace(
            `/${source.envelope.at(-1)}/`,
            `/${source.envelope.at(-1)}/*/`,
          ),
          lines,
        }));
    }
    const expected = `${made.key}, which was created, among ${walk.items.size} items`;
    return [
      {
        kind: 'not-listed',
        operation,
        where: 'answer body',
        expected,
        found: 'a list without it',
        lines,
      },
    ];
  });
}

/** Walks over a list until an item is on it; a list that chooses by itself is asked for the values of the item. */
async function findInList(
  trail: Trail,
  source: ListSource,
  subject: Subject,
  made: MadeItem,
): Promise<Walk | undefined> {
  const size = largestSize(trail, source, subject.places);
  const walk = await walkPages(trail, source, { size });
  if (walk === undefined || walk.items.has(String(made.key))) return walk;
  const query = ownFilters(trail.session, source, { ...made.sent, ...made.item });
  if (Object.keys(query).length === 0) return walk;
  const chosen = await walkPages(trail, source, { size, query });
  return chosen?.items.has(String(made.key)) ? chosen : walk;
}

/** Filters that have values of few, of which a list may have one where none is asked for, such as `state=open`. */
function ownFilters(session: Session, { query, operation }: ListSource, item: Item): Item {
  const pairs = query.filters.flatMap(({ parameter: name, member }): [string, unknown][] => {
    const parameter = operation.parameters.find((one) => one.in === 'query' && one.name === name);
    const value = item[member];
    const isFew =
      typeof value === 'boolean' ||
      (parameter !== undefined && Object(parameter.schema.schema).enum !== undefined);
    const preset = parameter && Object(parameter.schema.schema).default;
    if (
      parameter === undefined ||
      (!isFew && preset === undefined) ||
      value === undefined ||
      value === null
    )
      return [];
    return isAllowed(session, parameter, value) ? [[name, value]] : [];
  });
  return Object.fromEntries(pairs);
}
