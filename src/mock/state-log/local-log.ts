import { randomUUID } from 'node:crypto';
import type { SandboxSettings } from '../state/sandbox-settings.ts';
import type {
  ListedSandbox,
  LogAnswer,
  LogPosition,
  LogQuestion,
  StateLog,
} from '../state/state-log.ts';
import type { StateChange, StateStore } from '../state/state-store.ts';
import { tryStoring } from '../state/state-unavailable-error.ts';
import { keepInStore } from './keep-in-store.ts';
import { createLocalDeliveries } from './local-deliveries.ts';
import { createLocalJournal, type LocalJournal } from './local-journal.ts';

export interface LocalLogOptions {
  /** Milliseconds after the last use of a sandbox until it goes; never by default. */
  readonly sandboxTtl?: number | undefined;
  /** Number of sandboxes above which the least recently used one goes; 100 by default. */
  readonly maxSandboxes?: number | undefined;
  /** Keeps sandboxes, so that they survive this process; their journals and waiting messages do not. */
  readonly store?: StateStore | undefined;
  /** Time in Unix milliseconds; the system clock by default. */
  readonly readTime?: (() => number) | undefined;
}

interface LocalSandbox {
  readonly log: string;
  /** Version that `state` is of. */
  base: number;
  state: readonly StateChange[];
  transactions: (readonly StateChange[])[];
  settings: SandboxSettings;
  usedAt: number;
  readonly journal: LocalJournal;
}

const REMOVAL = { kind: 'removal' } as const;

/** Creates a log in the memory of this process, which answers the workers of one machine. */
export function createLocalLog(options: LocalLogOptions = {}): StateLog {
  const { sandboxTtl = Number.POSITIVE_INFINITY, maxSandboxes = 100 } = options;
  const { readTime = Date.now } = options;
  // Each use reinserts the name, so the first one is the least recently used.
  const sandboxes = new Map<string, LocalSandbox>();
  const deliveries = createLocalDeliveries(readTime);
  const keeper = options.store && keepInStore(options.store, readTime);
  for (const { name, state } of keeper?.load() ?? []) {
    const settings = findSettings([state]);
    if (settings !== undefined) Object.assign(add(name, settings), { state, base: 1 });
  }
  return {
    name: options.store?.name ?? 'the memory of this server',
    exchange: async (questions) => {
      forgetUnused();
      return questions.map(answer);
    },
    compact: async (name, { log, version }, state) => {
      const found = sandboxes.get(name);
      if (found?.log !== log || version <= found.base) return;
      if (version > positionOf(found).version) return;
      found.transactions = found.transactions.slice(version - found.base);
      found.base = version;
      found.state = state;
    },
    list: async () => {
      forgetUnused();
      return Array.from(sandboxes, ([name, { settings, journal }]): ListedSandbox => {
        return { name, settings, recorded: journal.recorded() };
      });
    },
    journals: {
      append: async (sandbox, entries, skipped) =>
        sandboxes.get(sandbox)?.journal.append(entries, skipped),
      read: async (sandbox, after) =>
        (sandboxes.get(sandbox)?.journal ?? createLocalJournal()).read(after),
      clear: async (sandbox) => sandboxes.get(sandbox)?.journal.clear(),
    },
    deliveries: deliveries.queue,
    count: async () => {
      forgetUnused();
      return sandboxes.size;
    },
    close: async () => keeper?.close(),
  };

  function answer(question: LogQuestion): LogAnswer {
    const { sandbox: name, known, transactions, removes } = question;
    const found = sandboxes.get(name);
    if (found !== undefined) use(name, found);
    const position = found && positionOf(found);
    if (known?.log !== position?.log || known?.version !== position?.version) {
      return tell(found, known);
    }
    // A store that cannot keep it refuses here, before anything is changed.
    const changes = removes ? [REMOVAL] : transactions.flat();
    if (changes.length > 0) keeper?.append(name, changes);
    if (removes) forget(name);
    const settings = findSettings(transactions);
    const kept = removes ? undefined : (found ?? (settings && create(name, settings)));
    if (kept === undefined) return { kind: 'accepted', position: undefined, uncompacted: 0 };
    kept.transactions.push(...transactions);
    kept.settings = settings ?? kept.settings;
    for (const delivery of question.deliveries) deliveries.add(name, delivery);
    const uncompacted = kept.transactions.length;
    return { kind: 'accepted', position: positionOf(kept), uncompacted };
  }

  function use(name: string, used: LocalSandbox): void {
    used.usedAt = readTime();
    sandboxes.delete(name);
    sandboxes.set(name, used);
  }

  function create(name: string, settings: SandboxSettings): LocalSandbox {
    const created = add(name, settings);
    for (const [oldest] of sandboxes) {
      if (sandboxes.size <= maxSandboxes || !drop(oldest)) break;
    }
    return created;
  }

  function add(name: string, settings: SandboxSettings): LocalSandbox {
    const added = {
      log: randomUUID(),
      base: 0,
      state: [],
      transactions: [],
      settings,
      usedAt: readTime(),
      journal: createLocalJournal(),
    };
    sandboxes.set(name, added);
    return added;
  }

  /** Whether a sandbox is gone that nobody asked to remove: one that cannot be removed from the store stays. */
  function drop(name: string): boolean {
    const isRemoved = tryStoring(() => keeper?.append(name, [REMOVAL]));
    if (isRemoved) forget(name);
    return isRemoved;
  }

  function forget(name: string): void {
    sandboxes.delete(name);
    deliveries.drop(name);
  }

  function forgetUnused(): void {
    const now = readTime();
    for (const [name, { usedAt }] of sandboxes) {
      if (now - usedAt <= sandboxTtl || !drop(name)) return;
    }
  }
}

function positionOf({ log, base, transactions }: LocalSandbox): LogPosition {
  return { log, version: base + transactions.length };
}

function findSettings(transactions: LogQuestion['transactions']): SandboxSettings | undefined {
  return transactions.flat().findLast((change) => change.kind === 'settings')?.settings;
}

/** Tells a server what it does not know. */
function tell(found: LocalSandbox | undefined, known: LogPosition | undefined): LogAnswer {
  if (found === undefined) {
    return { kind: 'news', position: undefined, isWhole: true, changes: [] };
  }
  const { log, base, state, transactions } = found;
  const position = positionOf(found);
  if (known?.log !== log || known.version < base || known.version > position.version) {
    return { kind: 'news', position, isWhole: true, changes: [...state, ...transactions.flat()] };
  }
  const changes = transactions.slice(known.version - base).flat();
  return { kind: 'news', position, isWhole: false, changes };
}
