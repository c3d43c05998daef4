import type { ItemSummary } from '../../generated/mock-control/types.ts';

/** Time that a line stands for, in Unix milliseconds. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const DAY = 86_400_000;
/** Most that is shown before and after the present: one item that never ends leaves no room for others otherwise. */
const MOST = 60 * DAY;
/** Least that is shown around it. */
const LEAST = DAY;

/** Time in which items were created and end, around the present. */
export function spanOf(items: readonly ItemSummary[], now: number): Span {
  const instants = items
    .flatMap(({ createdAt, expiresAt }) => [createdAt, expiresAt])
    .flatMap((text) => (text === null ? [] : Date.parse(text)));
  const start = Math.max(now - MOST, Math.min(now - LEAST, ...instants));
  const end = Math.min(now + MOST, Math.max(now + LEAST, ...instants));
  const margin = (end - start) / 20;
  return { start: start - margin, end: end + margin };
}

interface Props {
  readonly item: ItemSummary;
  readonly span: Span;
  readonly now: number;
}

/** The time in which an item can be used, on a line. The table says the same in words. */
export function LifeSpan({ item: { state, createdAt, expiresAt }, span, now }: Props) {
  const place = (instant: number) => {
    const share = (instant - span.start) / (span.end - span.start);
    return Math.min(100, Math.max(0, share * 100));
  };
  const from = createdAt === null ? 0 : place(Date.parse(createdAt));
  const to = expiresAt === null ? 100 : place(Date.parse(expiresAt));
  return (
    <span class="life-line" aria-hidden="true">
      <span
        class={`life-bar life-${state}${expiresAt === null ? ' is-endless' : ''}`}
        style={{ left: `${from}%`, width: `${Math.max(1, to - from)}%` }}
      />
      <span class="life-mark" style={{ left: `${place(now)}%` }} />
    </span>
  );
}
