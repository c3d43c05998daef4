import { describe, expect, test } from 'vitest';
import { LONG_RUNS } from '../../support/property-runs.ts';
import { loadNotes, type NotesShape, PLAIN } from './notes-contract.ts';
import { createNotes, type Note, RIGHT, type Rules, showNote } from './notes-server.ts';
import { tryLaws } from './try-laws.ts';

const SHAPES: readonly (readonly [string, Partial<NotesShape>])[] = [
  ['pages', {}],
  ['pages from 0', { paging: 'page from 0' }],
  ['offsets', { paging: 'offset' }],
  ['cursors', { paging: 'cursor' }],
  ['keys', { paging: 'key' }],
  ['links', { paging: 'link' }],
  ['no pages', { paging: 'none' }],
  ['nested notes', { isNested: true }],
  ['envelopes', { isEnveloped: true }],
  [
    'nested notes in envelopes, by cursors',
    { isNested: true, isEnveloped: true, paging: 'cursor' },
  ],
  ['hidden keys', { isKeyHidden: true }],
];
const SEEDS = Math.max(3, Math.ceil((LONG_RUNS ?? 0) / 100));

type Row = readonly [string, Partial<NotesShape>, () => Partial<Rules>, readonly string[]];

const DEFECTS: readonly Row[] = [
  [
    'cuts titles to 20 characters',
    {},
    () => ({ make: (note) => ({ ...note, title: note.title.slice(0, 20) }) }),
    ['not-kept createNote answer body /title'],
  ],
  [
    'drops the priority',
    { isEnveloped: true },
    () => ({ make: (note) => ({ ...note, priority: 1 }) }),
    ['not-kept createNote answer body /data/priority'],
  ],
  [
    'keeps one tag',
    {},
    () => ({ make: (note) => ({ ...note, tags: note.tags.slice(0, 1) }) }),
    ['not-kept createNote answer body /tags'],
  ],
  [
    'shows due times in its own zone as if in UTC',
    {},
    () => ({
      show: (note, by) =>
        showNote({
          ...note,
          due: by === 'show' && note.due !== null ? note.due.replace('Z', '+02:00') : note.due,
        }),
    }),
    ['not-kept showNote answer body /due'],
  ],
  [
    'lists other titles than it shows',
    {},
    () => ({
      show: (note, by) =>
        showNote(by === 'list' ? { ...note, title: note.title.slice(0, 9) } : note),
    }),
    ['not-kept listNotes answer body /notes/*/title'],
  ],
  [
    'does not list new notes',
    {},
    () => ({ listed: (notes) => [...notes.values()].slice(0, 5) }),
    ['not-listed listNotes answer body'],
  ],
  [
    'does not show new notes',
    {},
    () => ({ find: (notes, id) => [...notes.values()].slice(0, 5).find((note) => note.id === id) }),
    ['not-shown showNote answer status'],
  ],
  [
    'does not store a change',
    {},
    () => ({ change: (note) => note, showChange: (note, change) => ({ ...note, ...change }) }),
    [
      'not-changed showNote answer body /title',
      'not-changed showNote answer body /tags',
      'not-changed showNote answer body /priority',
    ],
  ],
  [
    'does not show a change in its answer',
    {},
    () => ({ showChange: (note) => ({ ...note, title: 'as ever' }) }),
    ['not-changed changeNote answer body /title'],
  ],
  [
    'clears tags when something else changes',
    {},
    () => ({ change: (note, change) => ({ ...note, tags: [], ...change }) }),
    ['changed-something-else changeNote answer body /tags'],
  ],
  [
    'changes all notes',
    {},
    () => ({
      change: (note, change, notes) => {
        for (const one of notes.values())
          if (typeof change.priority === 'number')
            notes.set(one.id, { ...one, priority: change.priority });
        return { ...note, ...change };
      },
    }),
    ['changed-something-else changeNote another item /priority'],
  ],
  [
    'shows and lists what was removed',
    {},
    () => ({ remove: () => {} }),
    [
      'still-there showNote answer status',
      'still-there listNotes answer body',
      'still-there readNote answer status',
    ],
  ],
  [
    'lists what was removed',
    {},
    () => {
      const removed: Note[] = [];
      return {
        remove: (notes, note) => {
          removed.push(note);
          RIGHT.remove(notes, note);
        },
        listed: (notes) => [...notes.values(), ...removed],
      };
    },
    ['still-there listNotes answer body'],
  ],
  [
    'lets read what was removed',
    {},
    () => ({
      remove: (notes, note) => void notes.set(note.id, { ...note, state: 'gone' }),
      find: (notes, id) => notes.values().find((note) => note.id === id && note.state !== 'gone'),
      listed: (notes) => [...notes.values()].filter(({ state }) => state !== 'gone'),
      isReadable: (note) => note?.state === 'open' || note?.state === 'gone',
    }),
    ['still-there readNote answer status'],
  ],
  [
    'lets read what was withdrawn',
    {},
    () => ({ isReadable: (note) => note !== undefined }),
    ['still-there readNote answer status'],
  ],
  [
    'fails for an unknown id',
    {},
    () => ({
      find: (notes, id) => {
        const note = notes.get(id);
        if (note === undefined) throw new RangeError(id);
        return note;
      },
    }),
    ['server-error showNote answer status'],
  ],
  [
    'shows another note for an unknown one',
    {},
    () => ({ find: (notes, id) => notes.get(id) ?? [...notes.values()][0] }),
    ['unknown-id-found showNote answer status'],
  ],
  ...(['page', 'page from 0', 'offset'] as const).flatMap((paging): Row[] => [
    [
      `repeats a note on each page (${paging})`,
      { paging },
      () => ({ cut: (notes, start, size) => RIGHT.cut(notes, start === 0 ? 0 : start - 1, size) }),
      ['listed-twice listNotes answer body'],
    ],
    [
      `loses a note between pages (${paging})`,
      { paging },
      () => ({ cut: (notes, start, size) => RIGHT.cut(notes, start === 0 ? 0 : start + 1, size) }),
      ['lost-by-paging listNotes answer body'],
    ],
    [
      `denies a last page of one note (${paging})`,
      { paging },
      () => ({
        cut: (notes, start, size) => ({
          ...RIGHT.cut(notes, start, size),
          hasNext: start + size < notes.length - 1,
        }),
      }),
      ['wrong-page listNotes answer body /has_next'],
    ],
    [
      `promises a page after the last (${paging})`,
      { paging },
      () => ({
        cut: (notes, start, size) => ({
          ...RIGHT.cut(notes, start, size),
          hasNext: start + size <= notes.length,
        }),
      }),
      ['wrong-page listNotes answer body /has_next'],
    ],
  ]),
  [
    'repeats a note behind a cursor',
    { paging: 'cursor' },
    () => ({ cut: (notes, start, size) => RIGHT.cut(notes, start === 0 ? 0 : start - 1, size) }),
    ['listed-twice listNotes answer body'],
  ],
  [
    'ends one cursor too early',
    { paging: 'cursor' },
    () => ({
      cut: (notes, start, size) => ({
        ...RIGHT.cut(notes, start, size),
        hasNext: start + size < notes.length - 1,
      }),
    }),
    ['wrong-page listNotes answer body /next_cursor'],
  ],
  [
    'loses a note between links',
    { paging: 'link' },
    () => ({ cut: (notes, start, size) => RIGHT.cut(notes, start === 0 ? 0 : start + 1, size) }),
    ['lost-by-paging listNotes answer body'],
  ],
  [
    'ends one link too early',
    { paging: 'link' },
    () => ({
      cut: (notes, start, size) => ({
        ...RIGHT.cut(notes, start, size),
        hasNext: start + size < notes.length - 1,
      }),
    }),
    ['wrong-page listNotes answer'],
  ],
  [
    'repeats a note after a key',
    { paging: 'key' },
    () => ({
      cut: (notes, start, size) => RIGHT.cut(notes, start === 0 ? 0 : start - 1, size + 1),
    }),
    ['listed-twice listNotes answer body', 'wrong-page listNotes query page_size'],
  ],
  [
    'has the same page under all numbers',
    {},
    () => ({ cut: (notes, _, size) => RIGHT.cut(notes, 0, size) }),
    ['listed-twice listNotes answer body'],
  ],
  [
    'counts the notes of the page',
    {},
    () => ({
      cut: (notes, start, size) => {
        const right = RIGHT.cut(notes, start, size);
        return { ...right, total: right.notes.length };
      },
    }),
    ['wrong-count listNotes answer body /total', 'wrong-count listNotes answer body /total_pages'],
  ],
  [
    'rounds pages down',
    {},
    () => ({ total_pages: (total, size) => Math.floor(total / size) }),
    ['wrong-count listNotes answer body /total_pages'],
  ],
  [
    'ignores filters',
    {},
    () => ({ filter: () => true }),
    [
      'wrong-filter listNotes query color',
      'wrong-filter listNotes query pinned',
      'wrong-filter listNotes query tags',
    ],
  ],
  [
    'loses by a filter what is due',
    {},
    () => ({
      filter: (note, name, value) =>
        RIGHT.filter(note, name, value) && (name !== 'color' || note.due === null),
    }),
    ['wrong-filter listNotes query color'],
  ],
  [
    'sorts by creation alone',
    {},
    () => ({ sort: (notes) => RIGHT.sort(notes, '-created') }),
    ['wrong-order listNotes query sort'],
  ],
  [
    'sorts numbers as texts',
    {},
    () => ({
      sort: (notes, sort) =>
        sort.startsWith('priority')
          ? notes.toSorted(
              (one, other) =>
                (`${one.priority}` < `${other.priority}` ? -1 : 1) *
                (sort.endsWith('desc') ? -1 : 1),
            )
          : RIGHT.sort(notes, sort),
    }),
    ['wrong-order listNotes query sort'],
  ],
  [
    'shows another time of creation each time',
    {},
    () => {
      let count = 0;
      return {
        show: (note, by) => {
          count += 1;
          const time = Date.parse(note.created_at) + (by === 'show' ? count : 0);
          return showNote({ ...note, created_at: new Date(time).toISOString() });
        },
      };
    },
    ['unstable-answer showNote answer body /created_at'],
  ],
  [
    'shows a password in its list',
    {},
    () => ({
      show: (note, by) => ({
        ...showNote(note),
        ...(by === 'list' && note.password !== undefined && { debug: { p: note.password } }),
      }),
    }),
    ['shows-secret listNotes answer body'],
  ],
];

const ODD: readonly (readonly [string, Partial<NotesShape>, () => Partial<Rules>])[] = [
  [
    'writes instants otherwise, and sorts tags',
    {},
    () => ({
      show: (note) =>
        showNote({
          ...note,
          due: note.due?.replace('Z', '.000+00:00') ?? null,
          tags: note.tags.toReversed(),
        }),
    }),
  ],
  [
    'counts views, signs links and stamps times',
    {},
    () => {
      let count = 0;
      return {
        show: (note) => {
          count += 1;
          return {
            ...showNote(note),
            views: count,
            position: count,
            link: `https://cdn.test/${note.id}?X-Amz-Signature=${count}`,
            updated_at: new Date().toISOString(),
          };
        },
      };
    },
  ],
  [
    'trims titles and writes addresses in lower case',
    {},
    () => ({
      make: (note) => ({
        ...note,
        title: note.title.trim(),
        ...(note.contact !== undefined && { contact: note.contact.toLowerCase() }),
      }),
    }),
  ],
  [
    'answers with its last page behind the end',
    {},
    () => ({
      cut: (notes, start, size) =>
        RIGHT.cut(notes, Math.min(start, Math.floor((notes.length - 1) / size) * size), size),
    }),
  ],
  [
    'leads a cursor to an empty page',
    { paging: 'cursor' },
    () => ({
      cut: (notes, start, size) => ({
        ...RIGHT.cut(notes, start, size),
        hasNext: start + size <= notes.length,
      }),
    }),
  ],
  [
    'keeps what was removed as such',
    {},
    () => ({ remove: (notes, note) => void notes.set(note.id, { ...note, state: 'deleted' }) }),
  ],
  [
    'sorts titles by a collation',
    {},
    () => ({
      sort: (notes, sort) =>
        sort.endsWith('title')
          ? notes.toSorted(
              (one, other) =>
                new Intl.Collator('sv').compare(one.title, other.title) *
                (sort.startsWith('-') ? -1 : 1),
            )
          : RIGHT.sort(notes, sort),
    }),
  ],
  [
    'finds parts of tags',
    {},
    () => ({
      filter: (note, name, value) =>
        name === 'tags'
          ? note.tags.some((tag) => tag.includes(value))
          : RIGHT.filter(note, name, value),
    }),
  ],
  [
    'has another user who adds notes',
    {},
    () => {
      let count = 0;
      return {
        meanwhile: (notes) => {
          count += 1;
          const [first] = notes.values();
          if (first !== undefined && count % 7 === 0)
            notes.set(`o${count}`, {
              ...first,
              id: `o${count}`,
              code: `o${count}`,
              created_at: new Date().toISOString(),
            });
        },
      };
    },
  ],
  [
    'has another user who changes and removes notes',
    {},
    () => {
      let count = 0;
      return {
        meanwhile: (notes) => {
          count += 1;
          const first = [...notes.values()].find(({ id }) => !id.startsWith('o'));
          if (first === undefined || count % 11 > 0) return;
          if (count < 40) notes.delete(first.id);
        },
      };
    },
  ],
  [
    'lists new notes a moment later',
    {},
    () => {
      let asked = 0;
      const born = new Map<string, number>();
      return {
        meanwhile: () => {
          asked += 1;
        },
        make: (note) => {
          born.set(note.id, asked);
          return note;
        },
        listed: (notes) => [...notes.values()].filter(({ id }) => (born.get(id) ?? 0) < asked - 1),
      };
    },
  ],
  [
    'puts a note first that was changed',
    {},
    () => ({
      change: (note, change, notes) => {
        notes.delete(note.id);
        return { ...note, ...change };
      },
    }),
  ],
];

const READ_ONLY: readonly Row[] = DEFECTS.filter(([name]) =>
  /page|ignores|sorts by|all numbers|cursor|link/.test(name),
);

describe('runLaws', () => {
  test.each(SHAPES)('finds nothing on the right server: %s', async (_, shape) => {
    const whole = { ...PLAIN, ...shape };
    const contract = await loadNotes(whole);
    const found: string[] = [];
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const { findings } = await tryLaws(contract, createNotes(whole), {
        seed,
        isWriting: seed % 5 > 0,
      });
      found.push(...findings.map((finding) => JSON.stringify({ seed, ...finding })));
    }
    expect(found).toEqual([]);
  });

  test.each(DEFECTS)('finds that a server %s', async (_, shape, rules, expected) => {
    const whole = { ...PLAIN, ...shape };
    const { lines, findings } = await tryLaws(await loadNotes(whole), createNotes(whole, rules()));
    expect(lines).toEqual(expected);
    for (const { reproduce, kind } of findings) {
      const last = reproduce.at(-1) ?? '';
      expect([kind, last.startsWith('curl ') && last.includes('http://notes.test/')]).toEqual([
        kind,
        true,
      ]);
    }
  });

  test.each(ODD)('takes no offence at a server that %s', async (_, shape, rules) => {
    const whole = { ...PLAIN, ...shape };
    const contract = await loadNotes(whole);
    for (let seed = 1; seed <= 3; seed += 1) {
      const { lines } = await tryLaws(contract, createNotes(whole, rules()), { seed });
      expect(lines).toEqual([]);
    }
  });

  test.each(READ_ONLY)(
    'finds without writing that a server %s',
    async (_, shape, rules, expected) => {
      const whole = { ...PLAIN, ...shape };
      const methods = new Set<string>();
      const server = createNotes(whole, rules());
      const fetch = (request: Request) => {
        methods.add(request.method);
        return server(request);
      };
      const { lines } = await tryLaws(await loadNotes(whole), fetch, { isWriting: false });
      expect(lines).toEqual(expected);
      expect([...methods]).toEqual(['GET']);
    },
  );

  test('writes a sequence as commands in their order', async () => {
    const contract = await loadNotes(PLAIN);
    const server = createNotes(PLAIN, { remove: () => {} });
    const { findings } = await tryLaws(contract, server);
    const found = findings.find(
      ({ kind, operation }) => kind === 'still-there' && operation?.id === 'showNote',
    );
    const methods = found?.reproduce.map((line) => /-X (\w+)/.exec(line)?.[1] ?? 'GET');
    expect(methods?.[0]).toBe('POST');
    expect(methods?.indexOf('DELETE')).toBeGreaterThan(0);
    expect(methods?.lastIndexOf('GET')).toBeGreaterThan(methods?.indexOf('DELETE') ?? 0);
  });

  test('asks the same for the same seed', async () => {
    const contract = await loadNotes(PLAIN);
    const ask = async (seed: number) => {
      const sent: string[] = [];
      const server = createNotes(PLAIN);
      await tryLaws(
        contract,
        async (request) => {
          sent.push(`${request.method} ${request.url} ${await request.clone().text()}`);
          return server(request);
        },
        { seed },
      );
      return sent;
    };
    const [first, second, other] = [await ask(7), await ask(7), await ask(8)];
    expect(second).toEqual(first);
    expect(other).not.toEqual(first);
  });

  test.each([
    ['a server that refuses to create', { mayCreate: () => 403 }],
    [
      'a server that creates what is needed alone',
      { mayCreate: (sent: object) => (Object.keys(sent).length > 1 ? 400 : 201) },
    ],
  ])('finds nothing on %s', async (_, rules) => {
    const { lines, requests } = await tryLaws(await loadNotes(PLAIN), createNotes(PLAIN, rules));
    expect(lines).toEqual([]);
    expect(requests).toBeGreaterThan(20);
  });

  test('removes nothing that it did not create', async () => {
    const contract = await loadNotes(PLAIN);
    const gone: string[] = [];
    const touched: string[] = [];
    const own = new Set<string>();
    const server = createNotes(PLAIN, {
      make: (note) => {
        if (!['pear', 'Apple', 'ångström', 'zebra 10', 'zebra 9'].includes(note.title))
          own.add(note.id);
        return note;
      },
      remove: (notes, note) => {
        gone.push(note.id);
        RIGHT.remove(notes, note);
      },
      change: (note, change, notes) => {
        touched.push(note.id);
        return RIGHT.change(note, change, notes);
      },
    });
    await tryLaws(contract, server);
    expect(gone.length).toBeGreaterThan(0);
    expect(touched.length).toBeGreaterThan(0);
    expect([...gone, ...touched].filter((id) => !own.has(id))).toEqual([]);
  });
});
