import { describe, expect, test } from 'vitest';
import {
  createJournal,
  type JournalEntry,
  keepMessage,
} from '../../../src/mock/journal/journal.ts';

function entryOf(body?: Uint8Array): JournalEntry {
  return {
    kind: 'request',
    at: 0,
    api: undefined,
    method: 'GET',
    origin: 'http://mock.test',
    path: '/',
    query: '',
    operation: undefined,
    pathValues: undefined,
    contract: undefined,
    status: 200,
    milliseconds: 1,
    violations: [],
    request: { headers: [] },
    response: { headers: {}, body },
  };
}

describe('createJournal', () => {
  test('counts entries from 1, and anew once it is cleared', () => {
    const journal = createJournal();
    journal.record(entryOf());
    journal.record(entryOf());
    expect(journal.entries().map(([id]) => id)).toEqual([1, 2]);
    journal.clear();
    expect([journal.entries().length, journal.total()]).toEqual([0, 0]);
    journal.record(entryOf());
    expect(journal.entries().map(([id]) => id)).toEqual([1]);
  });

  test('keeps the newest 200 entries and the count of all', () => {
    const journal = createJournal();
    for (let count = 0; count < 205; count += 1) journal.record(entryOf());
    expect(journal.entries().length).toBe(200);
    expect(journal.entries()[0]?.[0]).toBe(6);
    expect(journal.total()).toBe(205);
  });

  test('keeps bodies of 8 MB together', () => {
    const journal = createJournal();
    const body = Buffer.alloc(256 * 1024);
    for (let count = 0; count < 40; count += 1) journal.record(entryOf(body));
    expect(journal.entries().length).toBe(32);
  });
});

describe('keepMessage', () => {
  test('keeps 256 kB of a body and its whole size', () => {
    const { body, size } = keepMessage({ headers: [], body: Buffer.alloc(300 * 1024) });
    expect([body?.length, size]).toEqual([256 * 1024, 300 * 1024]);
    expect(body).toBeInstanceOf(Uint8Array);
    expect(body instanceof Uint8Array && body.buffer.byteLength).toBe(256 * 1024);
  });

  test('keeps a message as it is where all of it is kept', () => {
    const message = { headers: [], body: 'ä' };
    expect(keepMessage(message)).toBe(message);
  });
});
