import type { CollectionOperation } from '../../contract/collections/collection.ts';
import type { SchemaPlace } from '../../contract/model/contract.ts';
import { secretContextOf } from '../../contract/secrets/secret-context.ts';
import type { Session } from '../session/create-session.ts';
import type { MadeItem } from '../session/items.ts';
import { roleOf } from '../session/items.ts';
import type { Item } from '../session/known-ids.ts';
import { readItem } from '../session/read-item.ts';
import { compareKept } from './compare-kept.ts';
import { largestSize } from './lists/view-list.ts';
import { walkPages } from './lists/walk-pages.ts';
import { sentPlace, shownPlace } from './sent-item.ts';
import { askItem, type Subject } from './subject.ts';
import { type Found, fileConfirmed, type Trail } from './trail.ts';
import { makeValue } from './values/make-members.ts';
import { isDerived, isMoving, isState } from './values/member-kinds.ts';
import { compareSent, isShownAlike } from './values/same-value.ts';
import { askChange } from './write-change.ts';

/** Members that are changed, one at a time. */
const MOST_MEMBERS = 4;
const LATER = 202;

/** Law: a change is shown, in its answer and afterwards, and touches nothing else. */
export async function tryChanges(session: Session, subject: Subject): Promise<void> {
  const { collection, waits, places } = subject;
  for (const kind of ['change', 'replace'] as const) {
    const role = roleOf(collection, kind);
    const place = role && sentPlace(role, places);
    if (role?.keyParameter === undefined || place === undefined || subject.made.length === 0)
      continue;
    for (const member of chooseMembers(session, subject, role, place)) {
      const ready = [...subject.made];
      await fileConfirmed(session, waits, async (trail) => {
        const made = ready.pop() ?? (await subject.make());
        return made === undefined ? [] : tryChange(trail, subject, role, place, member, made);
      });
    }
  }
}

/** Members that can be changed, and that something shows. */
function chooseMembers(
  session: Session,
  { places, collection, random }: Subject,
  role: CollectionOperation,
  place: SchemaPlace,
): string[] {
  const { isSecret } = secretContextOf(session.contract);
  const shown = new Set(
    (['show', 'list'] as const).flatMap((kind) => {
      const by = roleOf(collection, kind);
      const seen = by && shownPlace(by, places);
      return seen === undefined ? [] : [...places.members(seen).keys()];
    }),
  );
  const maker = { places, tools: session.tools, random, isLeft: () => false };
  const names = [...places.members(place)].flatMap(([name, own]) => {
    if (
      !shown.has(name) ||
      isState(name) ||
      isMoving(name) ||
      isSecret(name) ||
      name === collection.key[0]
    )
      return [];
    return makeValue(name, own, 'rich', maker) === undefined ? [] : [name];
  });
  return role.role === 'replace' ? names.slice(0, 1) : names.slice(0, MOST_MEMBERS);
}

async function tryChange(
  trail: Trail,
  subject: Subject,
  role: CollectionOperation,
  place: SchemaPlace,
  member: string,
  made: MadeItem,
): Promise<Found[]> {
  const { session } = trail;
  trail.note(made.answer.curl);
  const before = await lookAt(trail, subject, made);
  if (before.own === undefined) return [];
  const change = makeChange(session, subject, role, place, member, before.own, made);
  const answer = change && (await askChange(trail, subject, role, change, made.key, before.etag));
  if (change === undefined || answer?.isSuccess !== true) return [];
  const { operation } = role;
  const found: Found[] = [];
  const { isSecret } = secretContextOf(session.contract);
  const sent = { [member]: change[member] };
  const judge = (shown: Item, by: CollectionOperation): Found[] => {
    const comparing = {
      places: subject.places,
      from: place,
      to: shownPlace(by, subject.places),
      isSecret,
      canShow: (shownAt: SchemaPlace, value: unknown) =>
        session.tools.oracle(shownAt, value, 'response').length === 0,
    };
    return compareKept(sent, shown, comparing)
      .filter(({ isMissing }) => !isMissing)
      .map(({ shown: other }) => ({
        kind: 'not-changed',
        operation: by.operation,
        where: `answer body /${member}`,
        expected: `${JSON.stringify(change[member])}, as ${operation.id} was sent`,
        found: JSON.stringify(other),
        lines: [...trail.lines],
      }));
  };
  if (role.status !== 204) found.push(...judge(readItem(role, answer.body), role));
  if (answer.status === LATER) return [];
  const after = await trail.eventually(
    async () => lookAt(trail, subject, made),
    ({ own, listed, by, list }) =>
      (own === undefined || by === undefined || judge(own, by).length === 0) &&
      (listed === undefined || list === undefined || judge(listed, list).length === 0),
  );
  const shown = after.own === undefined || after.by === undefined ? [] : judge(after.own, after.by);
  // A list that showed something else before is found by another law.
  const isListedAlike =
    before.listed !== undefined &&
    isShownAlike(before.listed[member], before.own[member], { name: member, isSet: true });
  const listed =
    after.listed === undefined || after.list === undefined || !isListedAlike
      ? []
      : judge(after.listed, after.list);
  // Where the item itself does not show it, the list says nothing new.
  found.push(...(shown.length > 0 ? shown : listed));
  const lines = [...trail.lines];
  const touched =
    after.own === undefined
      ? []
      : listTouched(session, subject, before.own, after.own, Object.keys(change), member);
  found.push(
    ...touched.map(
      (name): Found => ({
        kind: 'changed-something-else',
        operation,
        where: `answer body /${name}`,
        expected: `${JSON.stringify(before.own?.[name])}, as ${member} alone was changed`,
        found: JSON.stringify(after.own?.[name]) ?? 'nothing',
        lines,
      }),
    ),
  );
  for (const [name, item] of before.others) {
    const other = after.others.get(name);
    const [changed] = other === undefined ? [] : listTouched(session, subject, item, other, [], '');
    if (changed === undefined) continue;
    found.push({
      kind: 'changed-something-else',
      operation,
      where: `another item /${changed}`,
      expected: `${JSON.stringify(item[changed])}, as another item was changed`,
      found: `${JSON.stringify(other?.[changed]) ?? 'nothing'} in ${name}`,
      lines,
    });
    break;
  }
  return found;
}

interface Look {
  readonly own: Item | undefined;
  readonly by: CollectionOperation | undefined;
  readonly listed: Item | undefined;
  readonly list: CollectionOperation | undefined;
  readonly others: ReadonlyMap<string, Item>;
  readonly etag: string | null;
}

/** Looks at an item, and at those around it. */
async function lookAt(trail: Trail, subject: Subject, { key }: MadeItem): Promise<Look> {
  const show = roleOf(subject.collection, 'show');
  const answer = await askItem(trail, subject, 'show', key);
  const source = subject.lists.find(({ isWhole }) => isWhole);
  const walk =
    source &&
    (await walkPages(trail, source, {
      size: largestSize(trail, source, subject.places),
      mostPages: 3,
    }));
  const listed = walk?.items.get(String(key));
  const others = new Map([...(walk?.items ?? [])].filter(([name]) => name !== String(key)));
  const isShown = answer?.isSuccess === true && show !== undefined;
  const list = listed === undefined ? undefined : source?.role;
  return {
    own: isShown ? readItem(show, answer.body) : listed,
    by: isShown ? show : list,
    listed,
    list,
    others,
    etag: answer?.headers.get('etag') ?? null,
  };
}

/** Another value of a member, with what else the request must have: as it is shown now. */
function makeChange(
  session: Session,
  { places, random }: Subject,
  { role }: CollectionOperation,
  place: SchemaPlace,
  member: string,
  shown: Item,
  made: MadeItem,
): Item | undefined {
  const own = places.members(place).get(member);
  if (own === undefined) return undefined;
  const maker = { places, tools: session.tools, random, isLeft: () => false };
  const drawn = Array.from({ length: 5 }, () => makeValue(member, own, 'rich', maker));
  const value =
    drawn.find(
      (one) =>
        one !== undefined &&
        compareSent(one, shown[member], { name: member, isSet: true }) === 'other',
    ) ?? (shown[member] === undefined ? drawn[0] : undefined);
  if (value === undefined) return undefined;
  const required = places.required(place);
  const kept = [...places.members(place).keys()].flatMap((name): [string, unknown][] => {
    if (role === 'change' && !required.has(name)) return [];
    const known = Object.hasOwn(made.sent, name) ? made.sent[name] : shown[name];
    return known === undefined ||
      known === null ||
      places.keyword(places.members(place).get(name) ?? own, 'readOnly') === true
      ? []
      : [[name, known]];
  });
  const change = { ...Object.fromEntries(kept), [member]: value };
  return session.tools.oracle(place, change, 'request').length === 0 ? change : undefined;
}

/** Members that clients set, and that are others now though nobody asked for it. */
function listTouched(
  session: Session,
  { places, collection }: Subject,
  before: Item,
  after: Item,
  sent: readonly string[],
  changed: string,
): string[] {
  const { isSecret } = secretContextOf(session.contract);
  const settable = new Set(
    (['create', 'replace', 'change'] as const).flatMap((kind) => {
      const role = roleOf(collection, kind);
      const place = role && sentPlace(role, places);
      return place === undefined
        ? []
        : [...places.members(place)]
            .filter(([, one]) => places.keyword(one, 'readOnly') !== true)
            .map(([name]) => name);
    }),
  );
  const declared = new Set(
    (['show', 'list'] as const).flatMap((kind) => {
      const role = roleOf(collection, kind);
      const place = role && shownPlace(role, places);
      return place === undefined ? [] : [...places.members(place).keys()];
    }),
  );
  return Object.keys(before).filter(
    (name) =>
      name !== changed &&
      declared.has(name) &&
      !sent.includes(name) &&
      settable.has(name) &&
      !isMoving(name) &&
      !isDerived(name) &&
      !isSecret(name) &&
      !isShownAlike(before[name], after[name], { name, isSet: true }),
  );
}
