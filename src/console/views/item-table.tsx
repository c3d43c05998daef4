import type { ItemList, ItemSummary } from '../../generated/mock-control/types.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { formatDistance, formatInstant } from '../text/format-time.ts';
import { LifeSpan, type Span, spanOf } from './life-span.tsx';

/** Percentage of the line that the name of a day takes, and the word at the present. */
const NEAR = 35;

interface Props {
  readonly list: ItemList;
  readonly title: string;
}

/** Items with their states, and the time in which they can be used. */
export function ItemTable({ list: { items, now: written }, title }: Props) {
  const now = Date.parse(written);
  const span = spanOf(items, now);
  return (
    <table class="items">
      <caption class="hidden-text">{title}</caption>
      <thead>
        <tr>
          <th scope="col">State</th>
          <th scope="col">What</th>
          <th scope="col">Created</th>
          <th scope="col">Ends</th>
          <th scope="col" class="life-head">
            <SpanHead span={span} now={now} />
          </th>
          <th scope="col">
            <span class="hidden-text">Link</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <ItemRow key={`${item.kind} ${item.id}`} item={item} span={span} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function ItemRow({ item, span, now }: { item: ItemSummary; span: Span; now: number }) {
  const { id, kind, label, link, state, createdAt, expiresAt } = item;
  return (
    <tr>
      <td>
        <span class={`state state-${state}`}>{state}</span>
      </td>
      <th scope="row">
        {label}
        <span class="quiet item-id">
          {kind} {id}
        </span>
      </th>
      <td>
        {createdAt === null ? (
          <span class="quiet">unknown</span>
        ) : (
          <When at={createdAt} now={now} />
        )}
      </td>
      <td>
        {expiresAt === null ? <span class="quiet">never</span> : <When at={expiresAt} now={now} />}
      </td>
      <td class="life">
        <LifeSpan item={item} span={span} now={now} />
      </td>
      <td class="item-link">{link !== null && <CopyButton label="Copy link" text={link} />}</td>
    </tr>
  );
}

function When({ at, now }: { readonly at: string; readonly now: number }) {
  return (
    <time dateTime={at} title={`${formatInstant(at)} UTC`}>
      {formatDistance(Date.parse(at), now)}
    </time>
  );
}

/** Ends of the line in days, and the present; an end that is too near to it is left out. */
function SpanHead({ span: { start, end }, now }: { span: Span; now: number }) {
  const place = ((now - start) / (end - start)) * 100;
  return (
    <span class="life-scale">
      <span>{place < NEAR ? '' : formatInstant(start).slice(0, 10)}</span>
      <span class="life-now" style={{ left: `${place}%` }}>
        now
      </span>
      <span>{place > 100 - NEAR ? '' : formatInstant(end).slice(0, 10)}</span>
    </span>
  );
}
