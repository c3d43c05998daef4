import { expect, test } from 'vitest';
import type { JournalEntry } from '../../../src/mock/journal/journal-entry.ts';
import type { Sandbox } from '../../../src/mock/state/sandbox.ts';
import { createSandboxes } from '../../../src/mock/state/sandboxes.ts';

const SIZE = 64 * 1024;
const ENTRY: JournalEntry = {
  kind: 'request',
  at: 0,
  api: undefined,
  operation: undefined,
  method: 'POST',
  origin: 'http://mock.test',
  path: '/',
  query: '',
  pathValues: undefined,
  contract: undefined,
  status: 200,
  milliseconds: 1,
  violations: [],
  isForbidden: false,
  request: { headers: [], body: Buffer.alloc(SIZE) },
  response: undefined,
};

/** Records entries of 128 kB. */
function fill({ journal }: Sandbox, count: number): void {
  for (let index = 0; index < count; index += 1) journal.record(ENTRY);
}

const countOf = ({ journal }: Sandbox) => journal.entries().length;

test('sandboxes share the memory of their journals', () => {
  const sandboxes = createSandboxes({ journalSize: 8 * 2 * SIZE });
  const [one, other] = [sandboxes.open('one'), sandboxes.open('other')];
  fill(one, 8);
  fill(other, 3);
  fill(one, 5);
  expect([countOf(one), countOf(other)]).toEqual([5, 3]);
  // Otherwise the older entries of the other one would have to go.
  sandboxes.remove('one');
  fill(other, 5);
  expect(countOf(other)).toBe(8);
});
