import { describe, expect, test } from 'vitest';
import type { Journal } from '../../../src/mock/journal/journal.ts';
import type { JournalEntry, JournalMessage } from '../../../src/mock/journal/journal-entry.ts';
import { createJournals } from '../../../src/mock/journal/journals.ts';

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
    isForbidden: false,
    request: { headers: [] },
    response: { headers: {}, body },
  };
}

describe('journal', () => {
  test('counts entries from 1, and goes on once it is cleared', () => {
    const journal = createJournals().open();
    journal.record(entryOf());
    journal.record(entryOf());
    expect(journal.entries().map(([id]) => id)).toEqual([1, 2]);
    journal.clear();
    expect([journal.entries().length, journal.total()]).toEqual([0, 0]);
    journal.record(entryOf());
    expect(journal.entries().map(([id]) => id)).toEqual([3]);
    expect(journal.total()).toBe(1);
  });

  test('gives the entries after an id', () => {
    const journal = createJournals().open();
    for (let count = 0; count < 3; count += 1) journal.record(entryOf());
    const idsAfter = (id: number) => journal.entries(id).map(([one]) => one);
    expect([idsAfter(0), idsAfter(2), idsAfter(3), idsAfter(9)]).toEqual([[1, 2, 3], [3], [], []]);
  });

  test('tells followers of entries, of being cleared and of its end, and nobody who has gone', () => {
    const journal = createJournals().open();
    const seen: string[] = [];
    const follower = (name: string) => ({
      onEntry: () => void seen.push(`${name} entry`),
      onClear: () => void seen.push(`${name} clear`),
      onEnd: () => void seen.push(`${name} end`),
    });
    journal.follow(follower('one'));
    const leave = journal.follow(follower('other'));
    journal.record(entryOf());
    leave();
    journal.clear();
    journal.close();
    expect(seen).toEqual(['one entry', 'other entry', 'one clear', 'one clear', 'one end']);
  });

  test('counts answers by operation and status, but no webhooks and no lost answers', () => {
    const journal = createJournals().open();
    const pets = { ...entryOf(), api: 'shop', operation: 'listPets' };
    for (const status of [200, 200, 404, undefined]) journal.record({ ...pets, status });
    journal.record({ ...pets, kind: 'webhook' });
    journal.record(entryOf());
    expect([...(journal.counts().get('shop')?.get('listPets') ?? [])]).toEqual([
      [200, 2],
      [404, 1],
    ]);
    journal.clear();
    expect(journal.counts().size).toBe(0);
  });

  test('keeps the newest 200 entries and the count of all', () => {
    const journal = createJournals().open();
    for (let count = 0; count < 205; count += 1) journal.record(entryOf());
    expect(journal.entries().length).toBe(200);
    expect(journal.entries()[0]?.[0]).toBe(6);
    expect(journal.total()).toBe(205);
  });

  test('takes 8 MB at most', () => {
    const journal = createJournals().open();
    for (let count = 0; count < 400; count += 1) journal.record(entryOf(Buffer.alloc(250 * 1024)));
    expect(journal.entries().length).toBe(32);
  });

  test('keeps 200 small entries again after large ones', () => {
    const journal = createJournals().open();
    for (let count = 0; count < 40; count += 1) journal.record(entryOf(Buffer.alloc(250 * 1024)));
    for (let count = 0; count < 200; count += 1) journal.record(entryOf());
    expect(journal.entries().length).toBe(200);
  });
});

/** The only entry of a journal with one message in it. */
function keep(message: JournalMessage): JournalEntry | undefined {
  const journal = createJournals().open();
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
    const journal = createJournals().open();
    journal.record({ ...entry, response: { headers: { b: '1' }, body: 'ä€' } });
    expect(journal.entries()).toEqual([[1, entry]]);
  });

  test('have a body only where the message had one', () => {
    expect(keep({ headers: [] })?.request).toEqual({ headers: [] });
    expect(keep({ headers: [], body: '' })?.request.body?.length).toBe(0);
  });

  test('have no response where none was sent', () => {
    const journal = createJournals().open();
    journal.record({ ...entryOf(), response: undefined });
    expect(journal.entries()[0]?.[1].response).toBeUndefined();
  });

  test('do not share a place with those before them', () => {
    const journal = createJournals().open();
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

  test.each([
    ['all of a text', 10, 30],
    ['no part of a character', 100 * 1024, 256 * 1024 - 1],
  ])('keep %s that is encoded already', (_fact, characters, kept) => {
    const body = '€'.repeat(characters);
    const bytes = Buffer.from(body);
    const response = keep({ headers: [], body, bytes })?.response;
    expect(response?.body).toEqual(bytes.subarray(0, kept));
    expect(response?.size ?? kept).toBe(bytes.length);
  });

  test('keep the type of what was found, and a short text of it', () => {
    const journal = createJournals().open();
    const violation = { in: 'body', keyword: 'type', pointer: '/a', expected: 'b' } as const;
    const long = 'a'.repeat(5000);
    journal.record({
      ...entryOf(),
      violations: [[long], { long }, long, 1, null].map((found) => ({
        ...violation,
        pointer: `/${long}`,
        found,
      })),
    });
    const short = { ...violation, pointer: `/${long.slice(0, 999)}` };
    expect(journal.entries()[0]?.[1].violations).toEqual(
      [[], {}, long.slice(0, 1000), 1, null].map((found) => ({ ...short, found })),
    );
    journal.record({ ...entryOf(), violations: Array.from({ length: 1000 }, () => violation) });
    expect(journal.entries()[1]?.[1].violations).toHaveLength(100);
  });
});

const SIZE = 64 * 1024;

/** Records an entry of 128 kB. */
function fill(journal: Journal): void {
  journal.record(entryOf(Buffer.alloc(SIZE)));
}

const countsOf = (journals: readonly Journal[]) =>
  journals.map((journal) => journal.entries().length);

describe('createJournals', () => {
  test('drops the oldest entries of all journals', () => {
    const journals = createJournals(8 * 2 * SIZE);
    const [one, other] = [journals.open(), journals.open()];
    for (let count = 0; count < 4; count += 1) fill(one);
    for (let count = 0; count < 6; count += 1) fill(other);
    expect(countsOf([one, other])).toEqual([2, 6]);
    for (let count = 0; count < 3; count += 1) fill(one);
    expect(countsOf([one, other])).toEqual([3, 5]);
    expect(other.entries()[0]?.[0]).toBe(2);
  });

  test('makes room by journals that are cleared or closed', () => {
    const journals = createJournals(8 * 2 * SIZE);
    const [one, other] = [journals.open(), journals.open()];
    for (let count = 0; count < 4; count += 1) fill(one);
    one.clear();
    for (let count = 0; count < 4; count += 1) fill(one);
    one.close();
    fill(one);
    for (let count = 0; count < 8; count += 1) fill(other);
    expect(countsOf([other])).toEqual([8]);
  });

  test('keeps the newest entry, however large', () => {
    const journals = createJournals(0);
    const [one, other] = [journals.open(), journals.open()];
    fill(one);
    fill(other);
    fill(other);
    expect(countsOf([one, other])).toEqual([0, 1]);
    expect(other.entries()[0]?.[0]).toBe(2);
  });
});
