import type { Operation } from '../../contract/model/contract.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import type { Answer, Session } from '../session/create-session.ts';
import type { MadeItem } from '../session/items.ts';
import { roleOf } from '../session/items.ts';
import { type Item, readKey } from '../session/known-ids.ts';
import { readItem } from '../session/read-item.ts';
import { largestSize } from './lists/view-list.ts';
import { walkPages } from './lists/walk-pages.ts';
import { openViews } from './open-views.ts';
import { askItem, type Subject } from './subject.ts';
import { type Found, fileConfirmed, type Trail } from './trail.ts';
import { tellsOfEnd } from './values/member-kinds.ts';
import { isShownAlike } from './values/same-value.ts';

const LATER = 202;

/** Law: what was removed is gone: it is neither shown nor listed, and nothing that it led to answers. */
export async function tryRemoval(session: Session, subject: Subject): Promise<void> {
  const { collection, waits } = subject;
  const remove = roleOf(collection, 'remove');
  if (remove?.keyParameter === undefined || subject.made.length === 0) return;
  const { operation } = remove;
  await fileConfirmed(session, waits, async (trail) => {
    const made = await subject.make();
    if (made === undefined) return [];
    trail.note(made.answer.curl);
    const before = await lookAt(trail, subject, made);
    const views = await openViews(trail, subject, { ...made.item, ...before.item }, made.key);
    const answer = await askItem(trail, subject, 'remove', made.key);
    if (answer?.isSuccess !== true || answer.status === LATER) return [];
    const after = await trail.eventually(
      async () => lookAt(trail, subject, made),
      ({ shown, listed }) => shown?.isSuccess !== true && listed === undefined,
    );
    const lines = [...trail.lines];
    const found: Found[] = [];
    const show = roleOf(collection, 'show');
    if (show !== undefined && after.shown !== undefined)
      found.push(
        ...judgeShown(
          show.operation,
          readItem(show, after.shown.body),
          after.shown,
          subject,
          made,
          before.item,
          lines,
        ),
      );
    const isKept = after.listed !== undefined && isEnded(before.item, after.listed);
    if (
      after.listed !== undefined &&
      before.listed !== undefined &&
      !isKept &&
      after.list !== undefined
    ) {
      found.push({
        kind: 'still-there',
        operation: after.list,
        where: 'answer body',
        expected: `a list without ${made.key}, as ${operation.id} removed it`,
        found: 'that it is listed',
        lines,
      });
    }
    for (const view of views) {
      const seen = await trail.eventually(
        async () => view.ask(trail),
        (one) => !one.isSuccess,
      );
      if (!seen.isSuccess) continue;
      found.push({
        kind: 'still-there',
        operation: view.operation,
        where: 'answer status',
        expected: `404 or 410, as ${operation.id} removed it`,
        found: String(seen.status),
        lines: [...lines, seen.curl],
      });
    }
    return found;
  });
}

interface Look {
  readonly shown: Answer | undefined;
  readonly listed: Item | undefined;
  readonly list: Operation | undefined;
  /** The item, as it is shown or else listed. */
  readonly item: Item;
}

async function lookAt(trail: Trail, subject: Subject, { key }: MadeItem): Promise<Look> {
  const show = roleOf(subject.collection, 'show');
  const shown = await askItem(trail, subject, 'show', key);
  const source = subject.lists.find(({ isWhole }) => isWhole);
  const walk =
    source &&
    (await walkPages(trail, source, { size: largestSize(trail, source, subject.places) }));
  const listed = walk?.items.get(String(key));
  const item =
    shown?.isSuccess === true && show !== undefined ? readItem(show, shown.body) : (listed ?? {});
  return { shown, listed, list: source?.operation, item };
}

function judgeShown(
  operation: Operation,
  item: Item,
  { isSuccess, status }: Answer,
  { collection }: Subject,
  made: MadeItem,
  before: Item,
  lines: readonly string[],
): Found[] {
  const about = { operation, where: 'answer status', lines };
  // One that the contract does not describe is found wherever it comes.
  if (status >= 500 && status !== 503 && findResponse(operation, status) !== undefined)
    return [
      {
        ...about,
        kind: 'server-error',
        expected: `404 or 410, as ${made.key} was removed`,
        found: String(status),
      },
    ];
  if (!isSuccess) return [];
  const key = readKey(item, collection.key);
  if (key !== undefined && key !== made.key) {
    return [
      {
        ...about,
        kind: 'unknown-id-found',
        expected: `404 or 410, as ${made.key} was removed`,
        found: `${status} with ${key}`,
      },
    ];
  }
  // What is only withdrawn may be shown as such.
  if (isEnded(before, item)) return [];
  return [
    {
      ...about,
      kind: 'still-there',
      expected: `404 or 410, as ${made.key} was removed`,
      found: String(status),
    },
  ];
}

/** Whether an item tells that it is no longer in use, as it did not before. */
function isEnded(before: Item, after: Item): boolean {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return names
    .values()
    .some(
      (name) => tellsOfEnd(name) && !isShownAlike(before[name], after[name], { name, isSet: true }),
    );
}
