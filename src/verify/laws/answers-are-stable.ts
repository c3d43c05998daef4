import { instantRole } from '../../contract/collections/member-names.ts';
import type { Operation } from '../../contract/model/contract.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { Answer, Session } from '../session/create-session.ts';
import { roleOf } from '../session/items.ts';
import { type Item, readKey } from '../session/known-ids.ts';
import { readItem } from '../session/read-item.ts';
import { askList, itemsOf, type ListSource } from './lists/list-source.ts';
import { askItem, type Subject } from './subject.ts';
import { type Found, fileConfirmed, type Trail } from './trail.ts';
import { isMoving } from './values/member-kinds.ts';
import { isShownAlike } from './values/same-value.ts';

/** Milliseconds around now in which a time may be that of the answer. */
const NEAR = 3_600_000;
const SIGNED = /^(?:x-amz-|x-goog-|sig|token|expires|policy|se$|exp$)/i;

/** Law: the same GET twice has the same answer, but for what moves by itself. */
export async function tryTwice(
  session: Session,
  subject: Pick<Subject, 'lists' | 'waits'> &
    Partial<Pick<Subject, 'collection' | 'parents' | 'made'>>,
): Promise<void> {
  const { lists, waits, collection, parents, made = [] } = subject;
  for (const source of lists) {
    await fileConfirmed(session, waits, (trail) =>
      compareThree(
        trail,
        source.operation,
        () => askList(trail, source, {}),
        (answer) => readList(source, answer),
      ),
    );
  }
  const show = collection && roleOf(collection, 'show');
  if (collection === undefined || parents === undefined || show === undefined) return;
  const [list] = lists;
  await fileConfirmed(session, waits, async (trail) => {
    const key = made[0]?.key ?? (await findKey(trail, list, collection.key));
    if (key === undefined) return [];
    const look = async () => askItem(trail, { collection, parents }, 'show', key);
    return compareThree(
      trail,
      show.operation,
      look,
      (answer) => new Map([['', readItem(show, answer.body)]]),
    );
  });
}

async function findKey(trail: Trail, list: ListSource | undefined, key: readonly string[]) {
  if (list === undefined) return undefined;
  const { body } = await askList(trail, list, {});
  const [item] = itemsOf(list, body) ?? [];
  return item && readKey(item, key);
}

/** Items of a list by their names; others may have come, gone, or stand elsewhere. */
function readList(source: ListSource, { body }: Answer): ReadonlyMap<string, Item> {
  const items = itemsOf(source, body) ?? [];
  return new Map(
    items.flatMap((item) => {
      const name = source.nameOf(item);
      return name === undefined ? [] : [[name, item] as const];
    }),
  );
}

/** A member differs where it is another one each time: somebody else changes it but once. */
async function compareThree(
  trail: Trail,
  operation: Operation,
  look: () => Promise<Answer | undefined>,
  read: (answer: Answer) => ReadonlyMap<string, Item>,
): Promise<Found[]> {
  const first = await look();
  const second = first?.isSuccess === true ? await look() : undefined;
  if (first === undefined || second?.isSuccess !== true) return [];
  if (findDifferences(read(first), read(second)).length === 0) return [];
  const third = await look();
  if (third?.isSuccess !== true) return [];
  const before = new Set(findDifferences(read(first), read(second)).map(({ member }) => member));
  const found = findDifferences(read(second), read(third)).filter(({ member }) =>
    before.has(member),
  );
  return found.slice(0, 3).map(({ name, member, one, other }) => ({
    kind: 'unstable-answer',
    operation,
    where: `answer body ${member}`,
    expected: `the same value each time${name === '' ? '' : ` for ${name}`}`,
    found: `${JSON.stringify(one)}, then ${JSON.stringify(other)}`,
    lines: trail.lines.slice(-3),
  }));
}

interface Difference {
  readonly name: string;
  /** JSON Pointer in the item. */
  readonly member: string;
  readonly one: unknown;
  readonly other: unknown;
}

function findDifferences(
  before: ReadonlyMap<string, Item>,
  after: ReadonlyMap<string, Item>,
): Difference[] {
  const all = [...before].flatMap(([name, item]) => {
    const other = after.get(name);
    return other === undefined ? [] : compareItems(name, '', item, other);
  });
  return [...Map.groupBy(all, ({ member }) => member).values()].flatMap(([first]) => first ?? []);
}

function compareItems(name: string, pointer: string, before: Item, after: Item): Difference[] {
  const members = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...members].flatMap((member): Difference[] => {
    const [one, other] = [before[member], after[member]];
    const at = `${pointer}/${member}`;
    if (isMoving(member)) return [];
    if (isJsonObject(one) && isJsonObject(other)) return compareItems(name, at, one, other);
    if (
      isShownAlike(one, other, { name: member, isSet: true }) ||
      movesByNature(member, one, other)
    )
      return [];
    return [{ name, member: at, one, other }];
  });
}

/** Times near now and signed URLs are made for each answer; the time of a creation is not. */
function movesByNature(member: string, one: unknown, other: unknown): boolean {
  if (
    typeof one === 'string' &&
    typeof other === 'string' &&
    URL.canParse(one) &&
    URL.canParse(other)
  ) {
    return (
      [...new URL(one).searchParams.keys()].some((name) => SIGNED.test(name)) &&
      one.split('?')[0] === other.split('?')[0]
    );
  }
  if (instantRole(member) === 'created') return false;
  return [one, other].every((value) => {
    const time =
      typeof value === 'number' ? (value > 1e11 ? value : value * 1000) : Date.parse(String(value));
    return Math.abs(time - Date.now()) < NEAR;
  });
}
