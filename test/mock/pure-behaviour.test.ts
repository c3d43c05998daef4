import { describe, expect, test } from 'vitest';
import { createMock, defineBehaviour, type Visit } from '../../src/mock/create-mock.ts';
import { contract, EPOCH, type Operations, tables } from './notes.ts';

/** Asks a pure behaviour whose list counts how often it was made. */
function startPure(
  look: (call: Visit) => unknown = () => {},
  recognize: (visit: Visit) => unknown = ({ now, request: { headers } }) =>
    now && headers.get('authorization'),
) {
  let time = Date.parse(EPOCH);
  let made = 0;
  const pure = defineBehaviour<Operations>()({
    epoch: EPOCH,
    tables,
    seeds: { default: () => {} },
    isPure: true,
    identify: (visit) => ({ caller: recognize(visit as unknown as Visit) }),
    handlers: {
      listNotes: (call) => {
        made += 1;
        look(call as unknown as Visit);
        return {
          status: 200,
          body: { notes: [...call.tables.notes.list('all', 'all')], at: made },
        };
      },
      addNote: ({ tables: { notes }, body }) => {
        notes.put({ id: body.text, text: body.text });
        return { status: 201, body: { id: body.text, text: body.text } };
      },
    },
  });
  const mock = createMock({
    apis: [{ name: 'notes', mount: '', contract, behaviour: pure }],
    sandboxes: { readTime: () => time },
  });
  const ask = async (target = '/notes', headers: Record<string, string> = {}, body?: object) => {
    const request = new Request(`http://mock.test${target}`, {
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    return (await mock.fetch(request)).json();
  };
  return { ask, mock, wait: (milliseconds: number) => (time += milliseconds) };
}

describe('a pure behaviour', () => {
  test('gives the same answer to the same read until something changes', async () => {
    const { ask, mock } = startPure();
    expect([(await ask()).at, (await ask()).at]).toEqual([1, 1]);
    await ask('/notes', {}, { text: 'a' });
    expect(await ask()).toMatchObject({ at: 2, notes: [{ id: 'a' }] });
    expect((await ask()).at).toBe(2);
    mock.sandboxes.open('default').reset();
    expect(await ask()).toMatchObject({ at: 3, notes: [] });
  });

  test.each<[string, string, Record<string, string>]>([
    ['another query', '/notes?x=1', {}],
    ['another caller', '/notes', { authorization: 'Bearer other' }],
    ['another sandbox', '/~other/notes', {}],
  ])('answers anew for %s', async (_fact, target, headers) => {
    const { ask } = startPure();
    await ask();
    expect((await ask(target, headers)).at).toBe(2);
    expect((await ask(target, headers)).at).toBe(2);
    expect((await ask()).at).toBe(1);
  });

  test.each<[string, (call: Visit) => unknown]>([
    ['the time', (call) => call.now],
    ['chance', (call) => call.random.uuid()],
    ['a header', (call) => call.request.headers.get('accept-language')],
    [
      'a message to send',
      (call) => call.emit(() => ({ webhook: 'x', body: 1, headers: () => ({}) })),
    ],
  ])('answers anew each time where it depends on %s', async (_fact, look) => {
    const { ask } = startPure(look);
    expect([(await ask()).at, (await ask()).at]).toEqual([1, 2]);
  });

  test('answers anew where the same credentials stand for somebody else', async () => {
    const { ask, wait } = startPure(undefined, ({ now }) => now < Date.parse(EPOCH) + 1000);
    await ask();
    wait(500);
    expect((await ask()).at).toBe(1);
    wait(500);
    expect((await ask()).at).toBe(2);
  });

  test('answers anew once an instant has passed that it asked for', async () => {
    const seen: boolean[] = [];
    const { ask, mock, wait } = startPure((call) => {
      seen.push(call.hasPassed(Date.parse(EPOCH) + 1000), call.hasPassed(Date.parse(EPOCH)));
    });
    await ask();
    wait(999);
    expect((await ask()).at).toBe(1);
    wait(1);
    expect((await ask()).at).toBe(2);
    wait(100_000);
    expect((await ask()).at).toBe(2);
    mock.sandboxes.open('default').clock.advance(-100_500);
    expect((await ask()).at).toBe(3);
    expect(seen).toEqual([false, true, true, true, false, true]);
  });
});
