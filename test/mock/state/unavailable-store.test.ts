import { describe, expect, test } from 'vitest';
import { createSandboxes } from '../../../src/mock/state/sandboxes.ts';
import type { StateStore } from '../../../src/mock/state/state-store.ts';
import { StateUnavailableError } from '../../../src/mock/state/state-unavailable-error.ts';
import type { StatefulApi } from '../../../src/mock/state/stateful-api.ts';
import { openStateFile } from '../../../src/mock/state-file/open-state-file.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

const API: StatefulApi = {
  name: 'notes',
  epoch: 0,
  tables: { notes: { key: (row) => ('id' in row ? `${row.id}` : '') } },
  findRowDefect: () => undefined,
  fill: (_seed, { tables: { notes }, random }) => notes?.put({ id: 'seed', token: random.uuid() }),
};

/** State file that stores nothing while `isFull`, and counts the attempts. */
async function openFillable() {
  const { at } = await makeFolder();
  const control = { isFull: false, attempts: 0 };
  const guard = () => {
    control.attempts += 1;
    if (control.isFull) throw new StateUnavailableError('The state file keeps no changes: full.');
  };
  const open = (): StateStore => {
    const store = openStateFile(at('state.db'));
    return {
      ...store,
      append: (transaction) => {
        guard();
        return store.append(transaction);
      },
      noteSeenAt: (time) => {
        guard();
        store.noteSeenAt(time);
      },
      readFailure: () => (control.isFull ? { reason: 'full', since: 0 } : undefined),
    };
  };
  return { control, open };
}

type Sandboxes = ReturnType<typeof createSandboxes>;

const openWorld = (sandboxes: Sandboxes, name: string) => sandboxes.open(name).open(API, 'default');

function put(sandboxes: Sandboxes, name: string, id: string): void {
  const world = openWorld(sandboxes, name);
  world.transact(
    () => world.tables.notes?.put({ id }),
    () => true,
  );
}

const rowsOf = (sandboxes: Sandboxes, name: string) =>
  openWorld(sandboxes, name).tables.notes?.rows();
const namesOf = (sandboxes: Sandboxes) => sandboxes.list().map(({ name }) => name);

describe('sandboxes whose store cannot store', () => {
  test('are read, new ones as well, and stored whole with the first change after', async () => {
    const { control, open } = await openFillable();
    const sandboxes = createSandboxes({ state: open() });
    control.isFull = true;
    const seeded = rowsOf(sandboxes, 'a');
    expect(seeded).toHaveLength(1);
    expect(() => put(sandboxes, 'a', 'lost')).toThrow(StateUnavailableError);
    expect(rowsOf(sandboxes, 'a')).toEqual(seeded);
    control.isFull = false;
    put(sandboxes, 'a', 'kept');
    const after = rowsOf(sandboxes, 'a');
    expect(after).toEqual([...(seeded ?? []), { id: 'kept' }]);
    sandboxes.close();
    const next = createSandboxes({ state: open() });
    expect(rowsOf(next, 'a')).toEqual(after);
    next.close();
  });

  test('keep their settings as they are, and tell so', async () => {
    const { control, open } = await openFillable();
    const sandboxes = createSandboxes({ state: open(), readTime: () => 0 });
    const sandbox = sandboxes.open('a');
    control.isFull = true;
    for (const change of [
      () => sandbox.clock.set(5),
      () => sandbox.clock.advance(5),
      () => {
        sandbox.scenario = 'many';
      },
      () => {
        sandbox.faults = [{ rate: 1 }];
      },
      () => {
        sandbox.webhook = { url: 'http://a.test/', secret: 's' };
      },
      () => sandbox.reset(),
      () => sandboxes.remove('a'),
    ]) {
      expect(change).toThrow(StateUnavailableError);
    }
    const { scenario, faults, webhook } = sandbox;
    expect([scenario, faults, webhook, sandbox.now(API)]).toEqual(['default', [], undefined, 0]);
    expect(sandboxes.find('a')).toBe(sandbox);
    expect(sandboxes.findFailure()).toEqual({ reason: 'full', since: 0 });
    control.isFull = false;
    expect(sandboxes.findFailure()).toBeUndefined();
    sandbox.scenario = 'many';
    sandboxes.close();
    const next = createSandboxes({ state: open() });
    expect(next.open('a').scenario).toBe('many');
    next.close();
  });

  test('draw on, and store how often with the next change', async () => {
    const { control, open } = await openFillable();
    const sandboxes = createSandboxes({ state: open() });
    control.isFull = true;
    const drawn = [sandboxes.open('a').random.uuid(), sandboxes.open('a').random.uuid()];
    control.isFull = false;
    sandboxes.open('a').scenario = 'many';
    sandboxes.close();
    const constant = createSandboxes();
    expect(drawn).toEqual([constant.open('a').random.uuid(), constant.open('a').random.uuid()]);
    const next = createSandboxes({ state: open() });
    expect(next.open('a').random.uuid()).toBe(constant.open('a').random.uuid());
    next.close();
  });

  test('are not tried again for each read', async () => {
    const { control, open } = await openFillable();
    const sandboxes = createSandboxes({ state: open(), readTime: () => 0 });
    for (const name of ['a', 'b']) put(sandboxes, name, 'x');
    control.isFull = true;
    control.attempts = 0;
    for (const name of ['a', 'b', 'a', 'b', 'c']) rowsOf(sandboxes, name);
    expect(control.attempts).toBe(0);
  });

  test('drop none that is stored, and never grow for more than one', async () => {
    const { control, open } = await openFillable();
    const dropped: string[] = [];
    const options = { limit: 2, onDrop: (name: string) => dropped.push(name) };
    const sandboxes = createSandboxes({ ...options, state: open() });
    for (const name of ['a', 'b']) put(sandboxes, name, 'x');
    control.isFull = true;
    for (const name of ['c', 'd', 'e']) rowsOf(sandboxes, name);
    expect([namesOf(sandboxes), dropped]).toEqual([
      ['default', 'a', 'b', 'e'],
      ['c', 'd'],
    ]);
    control.isFull = false;
    sandboxes.open('f');
    expect(namesOf(sandboxes)).toEqual(['default', 'e', 'f']);
    sandboxes.close();
    // Nothing happened in `e` that had to be kept.
    const next = createSandboxes({ ...options, state: open() });
    expect(namesOf(next)).toEqual(['default', 'f']);
    next.close();
  });

  test('begin in a store that is full from the start', async () => {
    const { control, open } = await openFillable();
    const first = createSandboxes({ state: open() });
    for (const name of ['a', 'b', 'c']) put(first, name, 'x');
    first.close();
    control.isFull = true;
    const sandboxes = createSandboxes({ state: open(), limit: 2 });
    expect(rowsOf(sandboxes, 'a')).toHaveLength(2);
    sandboxes.close();
  });
});
