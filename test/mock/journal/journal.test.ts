import { describe, expect, test } from 'vitest';
import { createJournal } from '../../../src/mock/journal/journal.ts';
import type { JournalEntry, JournalMessage } from '../../../src/mock/journal/journal-entry.ts';

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

  test('takes 8 MB at most', () => {
    const journal = createJournal();
    for (let count = 0; count < 400; count += 1) journal.record(entryOf(Buffer.alloc(250 * 1024)));
    expect(journal.entries().length).toBe(32);
  });

  test('keeps 200 small entries again after large ones', () => {
    const journal = createJournal();
    for (let count = 0; count < 40; count += 1) journal.record(entryOf(Buffer.alloc(250 * 1024)));
    for (let count = 0; count < 200; count += 1) journal.record(entryOf());
    expect(journal.entries().length).toBe(200);
  });
});

/** The only entry of a journal with one message in it. */
function keep(message: JournalMessage): JournalEntry | undefined {
  const journal = createJournal();
  journal.record({ ...entryOf(), request: message, response: message });
  return journal.entries()[0]?.[1];
}

describe('entries', () => {
  test('come back as they were recorded', () => {
    const violation = { in: 'query', pointer: '/a', keyword: 'type', expected: 'a', found: 1 };
    const entry: JournalEntry = {
      ...entryOf(),
      api: 'crego',
      path: '/ä€"\\',
      query: 'a=%00',
      operation: 'listShares',
      pathValues: { id: '1' },
      violations: [{ ...violation, in: 'query' }],
      request: { headers: ['a', 'ä', 'a', ''], body: Buffer.from([0, 255]) },
      response: { headers: { b: '1' }, body: Buffer.from('ä€') },
    };
    const journal = createJournal();
    journal.record({ ...entry, response: { headers: { b: '1' }, body: 'ä€' } });
    expect(journal.entries()).toEqual([[1, entry]]);
  });

  test('have a body only where the message had one', () => {
    expect(keep({ headers: [] })?.request).toEqual({ headers: [] });
    expect(keep({ headers: [], body: '' })?.request.body?.length).toBe(0);
  });

  test('have no response where none was sent', () => {
    const journal = createJournal();
    journal.record({ ...entryOf(), response: undefined });
    expect(journal.entries()[0]?.[1].response).toBeUndefined();
  });

  test('do not share a place with those before them', () => {
    const journal = createJournal();
    for (let count = 0; count < 401; count += 1) {
      journal.record(entryOf(Buffer.alloc(count % 2 === 0 ? count : 4096, count % 256)));
    }
    for (const [id, { response }] of journal.entries()) {
      const count = id - 1;
      const body = Buffer.alloc(count % 2 === 0 ? count : 4096, count % 256);
      expect(response?.body).toEqual(body);
    }
  });

  test.each<[fact: string, body: string | Uint8Array, kept: number, size: number]>([
    ['256 kB of bytes', Buffer.alloc(300 * 1024), 256 * 1024, 300 * 1024],
    ['256 kB of a text', 'a'.repeat(300 * 1024), 256 * 1024, 300 * 1024],
    ['no part of a character', '€'.repeat(100 * 1024), 256 * 1024 - 1, 300 * 1024],
  ])('keep %s and the whole size', (_fact, body, kept, size) => {
    const entry = keep({ headers: [], body });
    for (const message of [entry?.request, entry?.response]) {
      expect([message?.body?.length, message?.size]).toEqual([kept, size]);
    }
  });
});
