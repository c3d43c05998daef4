import type { CollectionOperation } from '../../contract/collections/collection.ts';
import type { SchemaPlace } from '../../contract/model/contract.ts';
import { secretContextOf } from '../../contract/secrets/secret-context.ts';
import type { Session } from '../session/create-session.ts';
import type { MadeItem } from '../session/items.ts';
import { roleOf } from '../session/items.ts';
import type { Item } from '../session/known-ids.ts';
import { readItem } from '../session/read-item.ts';
import { compareKept } from './compare-kept.ts';
import { sentPlace, shownPlace } from './sent-item.ts';
import { askItem, type Subject } from './subject.ts';
import { type Found, fileConfirmed } from './trail.ts';

/** Statuses of what is done later. */
const LATER = 202;

/** Law: what was created is shown, with the values that were sent. */
export async function tryShown(session: Session, subject: Subject): Promise<void> {
  const { collection, waits } = subject;
  const create = roleOf(collection, 'create');
  if (create === undefined) return;
  const ready = [...subject.made];
  await fileConfirmed(session, waits, async (trail) => {
    const made = ready.shift() ?? (await subject.make());
    if (made === undefined) return [];
    trail.note(made.answer.curl);
    const found = findUnkept(session, subject, create, made, made.item, create);
    const show = roleOf(collection, 'show');
    if (show === undefined || made.answer.status === LATER) return found;
    const answer = await trail.eventually(
      async () => askItem(trail, subject, 'show', made.key),
      (seen) =>
        seen === undefined ||
        (seen.isSuccess &&
          findUnkept(session, subject, create, made, readItem(show, seen.body), show).length === 0),
    );
    if (answer === undefined) return found;
    if (answer.isSuccess) {
      const more = findUnkept(session, subject, create, made, readItem(show, answer.body), show);
      return [
        ...found,
        ...more.filter(({ member }) => found.every((one) => one.member !== member)),
      ];
    }
    // Who may create need not be allowed to see.
    if (answer.status === 401 || answer.status === 403) return found;
    const expected = `success, as ${made.key} was created`;
    return [
      ...found,
      {
        kind: 'not-shown',
        operation: show.operation,
        where: 'answer status',
        expected,
        found: String(answer.status),
        lines: [...trail.lines],
      },
    ];
  });
}

/** What was found of one member. */
export interface FoundMember extends Found {
  readonly member: string;
}

/** Says which members are shown otherwise than they were sent. */
export function findUnkept(
  { contract, tools }: Session,
  { places, collection }: Pick<Subject, 'places' | 'collection'>,
  create: CollectionOperation,
  { sent, answer }: Pick<MadeItem, 'sent' | 'answer'>,
  shown: Item,
  by: CollectionOperation,
): FoundMember[] {
  const { isSecret } = secretContextOf(contract);
  const comparing = {
    places,
    from: sentPlace(create, places),
    to: shownPlace(by, places),
    isSecret,
    isLeft: (name: string) => name === collection.key[0],
    canShow: (place: SchemaPlace, value: unknown) =>
      tools.oracle(place, value, 'response').length === 0,
  };
  return compareKept(sent, shown, comparing).map(
    ({ member, sent: value, shown: other, isMissing }) => ({
      kind: 'not-kept',
      member,
      operation: by.operation,
      where: `answer body ${[...by.envelope, member].map((name) => `/${name}`).join('')}`,
      expected: `${JSON.stringify(value)}, as was sent`,
      found: isMissing ? 'nothing' : JSON.stringify(other),
      severity: isMissing ? 'warning' : 'error',
      ...(by === create && { lines: [answer.curl] }),
    }),
  );
}
