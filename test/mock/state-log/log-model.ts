import type { SandboxSettings } from '../../../src/mock/state/sandbox-settings.ts';
import {
  type ClaimedDelivery,
  KEPT_ENTRIES,
  type LogAnswer,
  type LogPosition,
  type LogQuestion,
  type NewDelivery,
  type NewEntry,
  type StoredJournal,
} from '../../../src/mock/state/state-log.ts';
import type { StateChange } from '../../../src/mock/state/state-store.ts';

/** What a store has of a sandbox, as simply as possible. */
interface ModelSandbox {
  readonly log: string;
  base: number;
  state: readonly StateChange[];
  transactions: (readonly StateChange[])[];
  journal: StoredJournal;
}

/** Expected answer, whose log is known only once the store has given it. */
export type ExpectedAnswer = LogAnswer | { readonly kind: 'created'; readonly version: number };

/** Says what a store has to answer. */
export class LogModel {
  readonly #sandboxes = new Map<string, ModelSandbox>();
  readonly #waiting = new Map<string, NewDelivery & { sandbox: string }>();
  readonly #claimed = new Set<string>();
  /** Positions of logs that are gone. */
  readonly gone: LogPosition[] = [];

  /** Takes a question in; `log` is the id that the store gave, if it created one. */
  answer(question: LogQuestion, log: string | undefined): ExpectedAnswer {
    const { sandbox, known, transactions, deliveries, removes } = question;
    const found = this.#sandboxes.get(sandbox);
    const position = this.position(sandbox);
    if (known?.log !== position?.log || known?.version !== position?.version) {
      return this.#tell(found, position, known);
    }
    if (removes) {
      this.#remove(sandbox);
      return { kind: 'accepted', position: undefined, uncompacted: 0 };
    }
    if (found === undefined && transactions.length === 0) {
      return { kind: 'accepted', position: undefined, uncompacted: 0 };
    }
    for (const delivery of deliveries) this.#waiting.set(delivery.id, { ...delivery, sandbox });
    if (found === undefined) {
      const journal = { entries: [], last: 0, cleared: 0, counts: {} };
      const made = { log: log ?? '', base: 0, state: [], transactions: [...transactions], journal };
      this.#sandboxes.set(sandbox, made);
      return { kind: 'created', version: transactions.length };
    }
    found.transactions.push(...transactions);
    const uncompacted = found.transactions.length;
    return { kind: 'accepted', position: this.position(sandbox), uncompacted };
  }

  #tell(
    found: ModelSandbox | undefined,
    position: LogPosition | undefined,
    known: LogPosition | undefined,
  ): LogAnswer {
    if (found === undefined || position === undefined) {
      return { kind: 'news', position: undefined, isWhole: true, changes: [] };
    }
    const { log, base, state, transactions } = found;
    if (known?.log === log && known.version >= base && known.version <= position.version) {
      const changes = transactions.slice(known.version - base).flat();
      return { kind: 'news', position, isWhole: false, changes };
    }
    return { kind: 'news', position, isWhole: true, changes: [...state, ...transactions.flat()] };
  }

  #remove(sandbox: string): void {
    const position = this.position(sandbox);
    if (position !== undefined) this.gone.push(position);
    this.#sandboxes.delete(sandbox);
    for (const [id, delivery] of this.#waiting) {
      if (delivery.sandbox === sandbox) this.end(id);
    }
  }

  position(sandbox: string): LogPosition | undefined {
    const found = this.#sandboxes.get(sandbox);
    return found && { log: found.log, version: found.base + found.transactions.length };
  }

  compact(sandbox: string, { log, version }: LogPosition, state: readonly StateChange[]): void {
    const found = this.#sandboxes.get(sandbox);
    if (found?.log !== log || version <= found.base) return;
    if (version > found.base + found.transactions.length) return;
    found.transactions = found.transactions.slice(version - found.base);
    found.base = version;
    found.state = state;
  }

  record(sandbox: string, added: readonly NewEntry[]): void {
    const found = this.#sandboxes.get(sandbox);
    if (found === undefined) return;
    const { entries, last, cleared, counts } = found.journal;
    const more = added.map(({ text }, at) => [last + 1 + at, text] as const);
    const sums = { ...counts };
    for (const { counted } of added) {
      if (counted !== undefined) sums[counted] = (sums[counted] ?? 0) + 1;
    }
    found.journal = {
      entries: [...entries, ...more].slice(-KEPT_ENTRIES),
      last: last + added.length,
      cleared,
      counts: sums,
    };
  }

  clear(sandbox: string): void {
    const found = this.#sandboxes.get(sandbox);
    if (found === undefined) return;
    const { last } = found.journal;
    found.journal = { entries: [], last, cleared: last, counts: {} };
  }

  journal(sandbox: string, after: number): StoredJournal | undefined {
    const journal = this.#sandboxes.get(sandbox)?.journal;
    return journal && { ...journal, entries: journal.entries.filter(([id]) => id > after) };
  }

  /** Every sandbox with its last settings, by name. */
  list(): { name: string; settings: SandboxSettings | undefined; recorded: number }[] {
    return [...this.#sandboxes]
      .map(([name, { state, transactions, journal }]) => {
        const last = [...state, ...transactions.flat()].findLast(({ kind }) => kind === 'settings');
        const settings = last?.kind === 'settings' ? last.settings : undefined;
        return { name, settings, recorded: journal.last - journal.cleared };
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Takes claims in; how many there should have been, and those of them that nobody should have got. */
  claim(limit: number, claims: readonly ClaimedDelivery[]): { expected: number; wrong: string[] } {
    const expected = Math.min(limit, this.#waiting.size - this.#claimed.size);
    const wrong = claims.filter(({ id, sandbox, text }) => {
      const waiting = this.#waiting.get(id);
      return this.#claimed.has(id) || waiting?.sandbox !== sandbox || waiting.text !== text;
    });
    for (const { id } of claims) this.#claimed.add(id);
    return { expected, wrong: wrong.map(({ id }) => id) };
  }

  end(id: string): void {
    this.#waiting.delete(id);
    this.#claimed.delete(id);
  }
}
