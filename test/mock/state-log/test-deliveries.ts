import { expect, test, vi } from 'vitest';
import type { ClaimedDelivery, NewDelivery, StateLog } from '../../../src/mock/state/state-log.ts';
import { askOne, create } from './ask-log.ts';
import { ask, CREATED, put } from './sample-changes.ts';
import type { MakeSpace } from './started-store.ts';

/** So long that no test waits for its end. */
const LONG = 600_000;
/** So short that it is over soon. */
const SHORT = 20;

function listDeliveries(...ids: string[]): NewDelivery[] {
  return ids.map((id) => ({ id, text: JSON.stringify({ id, odd: '😀\0"' }) }));
}

/** Creates a sandbox that sends messages. */
async function send(log: StateLog, sandbox: string, ...ids: string[]) {
  const deliveries = listDeliveries(...ids);
  const answer = await askOne(
    log,
    ask(sandbox, undefined, { transactions: [CREATED], deliveries }),
  );
  expect(answer.kind).toBe('accepted');
  return answer.position;
}

async function claimOne(log: StateLog, lease: number): Promise<ClaimedDelivery> {
  const [claim] = await claimUntil(log, 1, lease);
  if (claim === undefined) throw new Error('Expected a message.');
  return claim;
}

/** Claims until there are as many, as leases of others run out. */
async function claimUntil(log: StateLog, count: number, lease: number): Promise<ClaimedDelivery[]> {
  const claimed: ClaimedDelivery[] = [];
  await vi.waitUntil(
    async () => {
      claimed.push(...(await log.deliveries.claim(count - claimed.length, lease)));
      return claimed.length === count;
    },
    { timeout: 20_000, interval: 5 },
  );
  return claimed;
}

/** Facts about messages that wait to be sent. */
export function testDeliveries(makeSpace: MakeSpace): void {
  test('has none at first', async () => {
    const log = await makeSpace()();
    expect(await log.deliveries.claim(10, LONG)).toEqual([]);
  });

  test('gives messages with their sandboxes', async () => {
    const log = await makeSpace()();
    await send(log, 'a', '1');
    await send(log, '__proto__', '2');
    const claimed = await log.deliveries.claim(10, LONG);
    expect(claimed.toSorted((a, b) => Number(a.id) - Number(b.id))).toMatchObject([
      { ...listDeliveries('1')[0], sandbox: 'a', claims: 1 },
      { ...listDeliveries('2')[0], sandbox: '__proto__', claims: 1 },
    ]);
  });

  test('gives each message to one server at a time', async () => {
    const open = makeSpace();
    const [one, other] = [await open(), await open()];
    const ids = Array.from({ length: 50 }, (_, at) => String(at));
    await send(one, 'a', ...ids);
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, at) => (at % 2 ? one : other).deliveries.claim(3, LONG)),
    );
    expect(
      claims
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids.sort());
    expect(Math.max(...claims.map(({ length }) => length))).toBe(3);
    expect(await one.deliveries.claim(10, LONG)).toEqual([]);
    expect(await other.deliveries.claim(10, LONG)).toEqual([]);
  });

  test('gives a message to another server when the lease has run out', async () => {
    const open = makeSpace();
    const [one, other] = [await open(), await open()];
    await send(one, 'a', '1');
    expect(await claimOne(one, SHORT)).toMatchObject({ id: '1', claims: 1 });
    expect(await claimOne(other, SHORT)).toMatchObject({ id: '1', sandbox: 'a', claims: 2 });
    expect(await claimOne(other, LONG)).toMatchObject({ id: '1', claims: 3 });
    expect(await one.deliveries.claim(10, SHORT)).toEqual([]);
  });

  test('finds a message whose lease has run out behind many that are claimed', async () => {
    const log = await makeSpace()();
    await send(log, 'a', ...Array.from({ length: 60 }, (_, at) => String(at)));
    await log.deliveries.claim(59, LONG);
    const last = await claimOne(log, SHORT);
    expect(await claimOne(log, LONG)).toMatchObject({ id: last.id, claims: 2 });
  });

  test('keeps a claim that is extended', async () => {
    const open = makeSpace();
    const [one, other] = [await open(), await open()];
    await send(one, 'a', '1', '2');
    const [first, second] = await one.deliveries.claim(2, 1000);
    if (first === undefined || second === undefined) throw new Error('Expected two messages.');
    expect(await one.deliveries.extend(first, LONG)).toBe(true);
    // The lease of the second is over by now, and that of the first would be.
    expect(await claimOne(other, LONG)).toMatchObject({ id: second.id, claims: 2 });
    expect(await other.deliveries.claim(10, LONG)).toEqual([]);
  });

  test('extends no claim that another server has', async () => {
    const open = makeSpace();
    const [one, other] = [await open(), await open()];
    await send(one, 'a', '1');
    const late = await claimOne(one, SHORT);
    const claim = await claimOne(other, LONG);
    expect(await one.deliveries.extend(late, LONG)).toBe(false);
    expect(await other.deliveries.extend(claim, LONG)).toBe(true);
  });

  test('extends no claim that this server lost to itself', async () => {
    const log = await makeSpace()();
    await send(log, 'a', '1');
    const late = await claimOne(log, SHORT);
    const claim = await claimOne(log, LONG);
    expect(await log.deliveries.extend(late, LONG)).toBe(false);
    expect(await log.deliveries.extend(claim, LONG)).toBe(true);
  });

  test('gives up a claim at once where its lease is 0', async () => {
    const open = makeSpace();
    const [one, other] = [await open(), await open()];
    await send(one, 'a', '1');
    await one.deliveries.extend(await claimOne(one, LONG), 0);
    expect(await claimOne(other, LONG)).toMatchObject({ id: '1', claims: 2 });
  });

  test('ends a message for good', async () => {
    const open = makeSpace();
    const [one, other] = [await open(), await open()];
    await send(one, 'a', '1', '2');
    const claim = await claimOne(one, SHORT);
    await one.deliveries.end(claim);
    await one.deliveries.end(claim);
    expect(await one.deliveries.extend(claim, LONG)).toBe(false);
    const [left] = await claimUntil(other, 1, LONG);
    expect(left?.id).not.toBe(claim.id);
    expect(await other.deliveries.claim(10, LONG)).toEqual([]);
  });

  test('sends nothing of what was refused', async () => {
    const log = await makeSpace()();
    await create(log, 'a');
    const deliveries = listDeliveries('1');
    const refused = ask('a', undefined, { transactions: [[put('1')]], deliveries });
    expect(await askOne(log, refused)).toMatchObject({ kind: 'news' });
    expect(await log.deliveries.claim(10, LONG)).toEqual([]);
  });

  test('sends messages of a question without transactions', async () => {
    const log = await makeSpace()();
    const position = await create(log, 'a');
    await askOne(log, ask('a', position, { deliveries: listDeliveries('1') }));
    expect(await log.deliveries.claim(10, LONG)).toMatchObject([{ id: '1', sandbox: 'a' }]);
  });

  test('forgets what waits when its sandbox is removed', async () => {
    const log = await makeSpace()();
    const position = await send(log, 'a', '1', '2', '3');
    await send(log, 'b', '4');
    await claimOne(log, SHORT);
    await askOne(log, ask('a', position, { removes: true }));
    await create(log, 'a');
    expect(await log.deliveries.claim(10, LONG)).toMatchObject([{ id: '4' }]);
  });

  test('forgets what was claimed when its sandbox is removed', async () => {
    const log = await makeSpace()();
    const position = await send(log, 'a', '1');
    const claim = await claimOne(log, LONG);
    await askOne(log, ask('a', position, { removes: true }));
    expect(await log.deliveries.extend(claim, LONG)).toBe(false);
    await log.deliveries.end(claim);
  });
}
