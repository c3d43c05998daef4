import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { describeViolation, type LogEntry } from '../model/log-entry.ts';
import { StatusMark } from '../parts/status-mark.tsx';
import { visibleRows } from '../parts/virtual-rows.ts';
import { formatMilliseconds, formatTimeOfDay } from '../text/format-time.ts';

/** Height of a row in pixels; style/log.css has the same. */
const ROW = 52;
/** Pixels from the end within which the list follows what comes. */
const NEAR_END = 24;
/** Rows that a page key goes over. */
const PAGE = 10;

interface Props {
  readonly entries: readonly LogEntry[];
  readonly openId: Signal<number | undefined>;
}

/** List of requests, oldest first, of which only those exist that can be seen. It stays at its end until somebody scrolls. */
export function LogRows({ entries, openId }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const view = useSignal({ top: 0, height: 600 });
  const active = useSignal<number | undefined>(undefined);
  const isAtEnd = useSignal(true);

  useEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => measure(element));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    const element = list.current;
    if (element !== null && isAtEnd.value) element.scrollTop = element.scrollHeight;
  }, [entries]);

  const { first, end } = visibleRows(entries.length, ROW, view.value);
  const activeIndex = entries.findIndex(({ entry }) => entry.id === active.value);
  return (
    <div class="rows-frame">
      <div
        id="log-rows"
        class="rows"
        ref={list}
        role="listbox"
        aria-label="Requests, oldest first"
        tabIndex={0}
        aria-activedescendant={isVisible(activeIndex) ? `row-${active.value}` : undefined}
        onScroll={({ currentTarget }) => measure(currentTarget)}
        onFocus={() => {
          if (activeIndex < 0) active.value = entries.at(-1)?.entry.id;
        }}
        onKeyDown={onKeyDown}
      >
        <div class="rows-space" role="presentation" style={{ height: `${entries.length * ROW}px` }}>
          {entries.slice(first, end).map((one, offset) => (
            <Row
              key={one.entry.id}
              one={one}
              top={(first + offset) * ROW}
              position={first + offset + 1}
              count={entries.length}
              isActive={one.entry.id === active.value}
              isOpen={one.entry.id === openId.value}
              onOpen={() => {
                active.value = one.entry.id;
                openId.value = openId.value === one.entry.id ? undefined : one.entry.id;
              }}
            />
          ))}
        </div>
      </div>
      {!isAtEnd.value && (
        <button type="button" class="to-end" onClick={scrollToEnd}>
          Newest
        </button>
      )}
    </div>
  );

  function measure(element: HTMLElement): void {
    const { scrollTop: top, clientHeight: height, scrollHeight } = element;
    view.value = { top, height };
    isAtEnd.value = scrollHeight - top - height <= NEAR_END;
  }

  function scrollToEnd(): void {
    const element = list.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }

  function isVisible(index: number): boolean {
    return index >= first && index < end;
  }

  function onKeyDown(event: KeyboardEvent): void {
    const at = activeIndex < 0 ? entries.length - 1 : activeIndex;
    const next = new Map([
      ['ArrowDown', at + 1],
      ['ArrowUp', at - 1],
      ['PageDown', at + PAGE],
      ['PageUp', at - PAGE],
      ['Home', 0],
      ['End', entries.length - 1],
    ]).get(event.key);
    if (next !== undefined) {
      event.preventDefault();
      moveTo(Math.min(Math.max(next, 0), entries.length - 1));
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const id = entries[at]?.entry.id;
      openId.value = openId.value === id ? undefined : id;
    } else if (event.key === 'Escape') {
      openId.value = undefined;
    }
  }

  function moveTo(index: number): void {
    const id = entries[index]?.entry.id;
    active.value = id;
    if (openId.value !== undefined) openId.value = id;
    const element = list.current;
    if (element === null) return;
    const top = index * ROW;
    if (top < element.scrollTop) element.scrollTop = top;
    const bottom = top + ROW - element.clientHeight;
    if (bottom > element.scrollTop) element.scrollTop = bottom;
  }
}

interface RowProps {
  readonly one: LogEntry;
  readonly top: number;
  readonly position: number;
  readonly count: number;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function Row({ one, top, position, count, isActive, isOpen, onOpen }: RowProps) {
  const { entry, target } = one;
  const { id, kind, api, operation, method, status, milliseconds, at, violations } = entry;
  const [violation] = violations;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself has the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: the list names the active one.
    <div
      id={`row-${id}`}
      class={`row${isActive ? ' is-active' : ''}${isOpen ? ' is-open' : ''}`}
      role="option"
      aria-selected={isOpen}
      aria-posinset={position}
      aria-setsize={count}
      style={{ top: `${top}px` }}
      onClick={onOpen}
    >
      <StatusMark status={status} />
      <span class="row-main">
        <span class="row-name">
          <b>{operation ?? (kind === 'webhook' ? 'Webhook' : 'No operation')}</b>
          {api !== null && <span class="quiet"> {api}</span>}
          {kind === 'webhook' && <span class="label">webhook</span>}
        </span>
        <span class="row-target">
          <span class="method">{method}</span> {target}
        </span>
      </span>
      {violation !== undefined && (
        <span class="row-violation">
          {describeViolation(violation)}
          {violations.length > 1 && `, and ${violations.length - 1} more`}
        </span>
      )}
      <span class="row-time">
        <span>{formatMilliseconds(milliseconds)}</span>
        <time class="quiet" dateTime={at}>
          {formatTimeOfDay(at)}
        </time>
      </span>
    </div>
  );
}
