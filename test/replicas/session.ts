import type { Random } from '../../src/mock/state/random.ts';
import { checkLinearizable, type Linearization, type Operation } from './check-linearizable.ts';
import type { Send, Sent } from './send.ts';
import { type Call, type Return, SCENARIOS, sharesModel } from './shares-model.ts';

/** Calls of several clients to one sandbox, as they were made. */
export interface Session {
  readonly sandbox: string;
  /** Makes a call that is chosen at random; `false` where its outcome is unknown. Throws for an answer that is none. */
  readonly perform: (client: number, random: Random, send: Send) => Promise<boolean>;
  /** Reads what there is, as often as it takes to get an answer. */
  readonly look: (client: number, send: Send) => Promise<void>;
  /** Number of calls that were begun. */
  readonly count: () => number;
  readonly operations: () => readonly Operation<Call, Return>[];
  /** Ids of shares whose creation was acknowledged, by their numbers. */
  readonly acknowledged: ReadonlyMap<number, string>;
  readonly check: () => Linearization<Call, Return>;
}

const DOCUMENT = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const SHARES = `/documents/${DOCUMENT}/shares/`;
const DAY = 86_400_000;
/** What the clock of a fresh sandbox shows. */
const FIRST_DAY = dayOf('2025-03-26T14:20:38Z');
const SET_DAY = dayOf('2040-01-01T00:00:00Z');
const EXPIRIES = Date.parse('2060-01-01T00:00:00Z');

/** Begins a session in a sandbox that nobody has used. */
export function openSession(sandbox: string): Session {
  const operations: Operation<Call, Return>[] = [];
  const ids = new Map<number, string>();
  const acknowledged = new Map<number, string>();
  let [ticks, begun, shares, days] = [0, 0, 0, 0];
  return {
    sandbox,
    perform: (client, random, send) => record(client, choose(random), send),
    look: async (client, send) => {
      const scenario = SCENARIOS[0];
      while (!(await record(client, { kind: 'set scenario', scenario }, send)));
      while (!(await record(client, { kind: 'list' }, send)));
      while (!(await record(client, { kind: 'get clock' }, send)));
    },
    count: () => begun,
    operations: () => operations,
    acknowledged,
    check: () => checkLinearizable(withoutIdle(operations), sharesModel(FIRST_DAY)),
  };

  async function record(client: number, call: Call, send: Send): Promise<boolean> {
    begun += 1;
    const invokedAt = tick();
    const sent = await sendCall(call, send).catch(() => undefined);
    const returned = sent === undefined || sent.status === 503 ? undefined : read(call, sent);
    operations.push({ client, call, return: returned, invokedAt, returnedAt: tick() });
    return returned !== undefined;
  }

  function tick(): number {
    ticks += 1;
    return ticks;
  }

  function choose(random: Random): Call {
    const dice = random.fraction();
    const known = [...ids.keys()];
    const share = known[Math.floor(random.fraction() * known.length)];
    if (dice < 0.35) return { kind: 'create', share: nextShare() };
    if (dice < 0.45 && share !== undefined) return { kind: 'revoke', share };
    if (dice < 0.6 && share !== undefined) return { kind: 'get', share };
    if (dice < 0.86) return { kind: 'list' };
    if (dice < 0.9) {
      return { kind: 'set scenario', scenario: SCENARIOS[random.fraction() < 0.7 ? 0 : 1] };
    }
    if (dice < 0.93) return { kind: 'get scenario' };
    if (dice < 0.97) return { kind: 'set clock', day: nextDay() };
    return { kind: 'get clock' };
  }

  function nextShare(): number {
    shares += 1;
    return shares;
  }

  function nextDay(): number {
    days += 1;
    return SET_DAY + days;
  }

  function sendCall(call: Call, send: Send): Promise<Sent> {
    const api = `/~${sandbox}/crego${SHARES}`;
    const control = `/_mock/sandboxes/${sandbox}`;
    switch (call.kind) {
      case 'create':
        return send(`POST ${api}`, { expires_at: expiryOf(call.share) });
      case 'list':
        return send(`GET ${api}?page_size=1000`);
      case 'get':
        return send(`GET ${api}${ids.get(call.share)}/`);
      case 'revoke':
        return send(`DELETE ${api}${ids.get(call.share)}/`);
      case 'set scenario':
        return send(`PUT ${control}/scenario`, { name: call.scenario });
      case 'get scenario':
        return send(`GET ${control}`);
      case 'set clock':
        return send(`PUT ${control}/clock`, { now: new Date(call.day * DAY).toISOString() });
      case 'get clock':
        return send(`GET ${control}/clock`);
    }
  }

  /** Reads an answer. Throws an Error where it is none to the call. */
  function read(call: Call, { status, text, violations }: Sent): Return {
    const body = text === '' ? undefined : JSON.parse(text);
    switch (`${call.kind} ${status}`) {
      case 'create 201':
        note(acknowledged, shareOf(body), body.id);
        note(ids, shareOf(body), body.id);
        return { kind: 'created', day: dayOf(body.created_at) };
      case 'list 200':
        for (const row of body.results) note(ids, shareOf(row), row.id);
        return { kind: 'listed', shares: body.results.map(shareOf).sort(byNumber) };
      case 'get 200':
        note(ids, shareOf(body), body.id);
        return { kind: 'found', isFound: true };
      case 'get 404':
        return { kind: 'found', isFound: false };
      case 'revoke 204':
        return { kind: 'found', isFound: true };
      case 'revoke 404':
        return { kind: 'found', isFound: false };
      case 'set scenario 200':
      case 'set clock 200':
        return { kind: 'set' };
      case 'get scenario 200':
        return { kind: 'value', value: body.scenario };
      case 'get clock 200':
        return { kind: 'value', value: dayOf(body.apis.crego) };
      case 'create 401':
      case 'list 401':
      case 'get 401':
      case 'revoke 401':
        return { kind: 'refused' };
      case 'get scenario 404':
        return { kind: 'missing' };
    }
    throw new Error(
      `${sandbox}: ${JSON.stringify(call)} got ${status} ${text.slice(0, 200)} ${violations}`,
    );
  }

  /** Notes the id of a share. Throws an Error where it has another one, as after a creation that was applied twice. */
  function note(known: Map<number, string>, share: number, id: string): void {
    const before = known.get(share) ?? id;
    if (before !== id) throw new Error(`${sandbox}: share ${share} is ${before} and ${id}.`);
    known.set(share, id);
  }
}

/**
 * Leaves out calls without a known outcome that nobody can have noticed, as they may have had no effect: reads, and
 * creations and days that nobody saw. The first of them stays as a read, since it may have made the sandbox.
 */
function withoutIdle(operations: readonly Operation<Call, Return>[]): Operation<Call, Return>[] {
  const seen = findSeen(operations);
  const idle = operations.filter(
    (operation) => operation.return === undefined && isIdle(operation.call, seen),
  );
  const [first] = idle.filter(makesSandbox).sort((one, other) => one.invokedAt - other.invokedAt);
  const kept = operations.filter((operation) => !idle.includes(operation));
  return first === undefined ? kept : [...kept, { ...first, call: { kind: 'list' } }];
}

interface Seen {
  readonly shares: ReadonlySet<number>;
  readonly days: ReadonlySet<number | string>;
}

/** What answers show of shares and clock. */
function findSeen(operations: readonly Operation<Call, Return>[]): Seen {
  const [shares, days] = [new Set<number>(), new Set<number | string>()];
  for (const { call, return: returned } of operations) {
    // Its number was known from an answer.
    if (call.kind === 'get' || call.kind === 'revoke') shares.add(call.share);
    if (returned?.kind === 'listed') for (const share of returned.shares) shares.add(share);
    if (returned?.kind === 'created') days.add(returned.day);
    if (returned?.kind === 'value') days.add(returned.value);
  }
  return { shares, days };
}

function isIdle(call: Call, { shares, days }: Seen): boolean {
  if (call.kind === 'create') return !shares.has(call.share);
  if (call.kind === 'set clock') return !days.has(call.day);
  return call.kind !== 'revoke' && call.kind !== 'set scenario';
}

function makesSandbox({ call: { kind } }: Operation<Call, Return>): boolean {
  return kind !== 'get scenario';
}

function expiryOf(share: number): string {
  return new Date(EXPIRIES + share * 60_000).toISOString();
}

/** Whether a row is one that a client created, and not one of a seed. */
export function isOwnShare(row: object | undefined): row is { readonly expires_at: string } {
  return row !== undefined && 'expires_at' in row && 'document' in row && row.document === DOCUMENT;
}

/** Number of a share that a client created. */
export function shareOf({ expires_at }: { readonly expires_at: string }): number {
  return (Date.parse(expires_at) - EXPIRIES) / 60_000;
}

function dayOf(instant: string): number {
  return Math.floor(Date.parse(instant) / DAY);
}

function byNumber(one: number, other: number): number {
  return one - other;
}
