import type { NotesShape } from './notes-contract.ts';

/** Note as the server keeps it. */
export interface Note {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly priority: number;
  readonly pinned: boolean;
  readonly color: string;
  readonly due: string | null;
  readonly contact?: string;
  readonly password?: string;
  readonly state: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly [more: string]: unknown;
}

export interface Cut {
  readonly notes: readonly Note[];
  readonly hasNext: boolean;
  readonly total: number;
}

/** What the server does at each place where a variant may do something else. */
export interface Rules {
  readonly mayCreate: (sent: Readonly<Record<string, unknown>>) => number;
  readonly make: (note: Note) => Note;
  readonly listed: (notes: ReadonlyMap<string, Note>) => readonly Note[];
  readonly filter: (note: Note, name: string, value: string) => boolean;
  readonly sort: (notes: readonly Note[], sort: string) => readonly Note[];
  readonly cut: (notes: readonly Note[], start: number, size: number) => Cut;
  readonly total_pages: (total: number, size: number) => number;
  readonly change: (
    note: Note,
    change: Readonly<Record<string, unknown>>,
    notes: Map<string, Note>,
  ) => Note;
  readonly showChange: (note: Note, change: Readonly<Record<string, unknown>>) => Note;
  readonly remove: (notes: Map<string, Note>, note: Note) => void;
  readonly find: (notes: ReadonlyMap<string, Note>, id: string) => Note | undefined;
  readonly isReadable: (note: Note | undefined) => boolean;
  readonly show: (note: Note, by: string) => object;
  /** Called before each request, as others act at the same time. */
  readonly meanwhile: (notes: Map<string, Note>) => void;
}

const HOUR = 3_600_000;

export const RIGHT: Rules = {
  mayCreate: () => 201,
  make: (note) => note,
  listed: (notes) => [...notes.values()],
  filter: (note, name, value) => [note[name]].flat().some((one) => String(one) === value),
  sort: sortNotes,
  cut: (notes, start, size) => {
    const end = start + size;
    return { notes: notes.slice(start, end), hasNext: end < notes.length, total: notes.length };
  },
  total_pages: (total, size) => Math.ceil(total / size),
  change: (note, change) => ({ ...note, ...change }),
  showChange: (note) => note,
  remove: (notes, { id }) => void notes.delete(id),
  find: (notes, id) => notes.get(id),
  isReadable: (note) => note !== undefined && note.state === 'open',
  show: showNote,
  meanwhile: () => {},
};

export function showNote({ password: _, ...note }: Note): object {
  return note;
}

export function sortNotes(notes: readonly Note[], sort: string): Note[] {
  const [, sign, name = '', way] = /^(-?)(\w+)(?::(\w+))?$/.exec(sort) ?? [];
  const member = name === 'created' ? 'created_at' : name;
  const factor = sign === '-' || way === 'desc' ? -1 : 1;
  const compare = (one: unknown, other: unknown) =>
    typeof one === 'number' && typeof other === 'number'
      ? one - other
      : `${one}` < `${other}`
        ? -1
        : Number(`${one}` > `${other}`);
  return notes.toSorted((one, other) => factor * compare(one[member], other[member]));
}

/** Creates a server of notes: a `fetch` handler that keeps its contract but for the rules that are given. */
export function createNotes(shape: NotesShape, overrides: Partial<Rules> = {}) {
  const rules = { ...RIGHT, ...overrides };
  const notes = new Map<string, Note>();
  let count = 0;
  const add = (sent: Readonly<Record<string, unknown>>, time: number) => {
    count += 1;
    const id = `n${(count * 7919) % 9973}k`;
    const at = new Date(time).toISOString();
    const note: Note = rules.make({
      title: '',
      tags: [],
      priority: count,
      pinned: false,
      color: 'red',
      due: null,
      ...sent,
      id,
      code: `code${(count * 104729) % 99991}`,
      state: 'open',
      created_at: at,
      updated_at: at,
    });
    notes.set(id, note);
    return note;
  };
  const now = Date.now();
  for (const [index, title] of ['pear', 'Apple', 'ångström', 'zebra 10', 'zebra 9'].entries()) {
    add(
      {
        title,
        color: ['red', 'green'][index % 2],
        tags: index === 2 ? [] : ['old', `t${index}`],
        pinned: index === 1,
      },
      now - (9 - index) * HOUR,
    );
  }
  const wrap = (value: object) => (shape.isEnveloped ? { data: value } : value);
  const show = (note: Note, by: string) => {
    const shown = rules.show(note, by);
    if (!shape.isKeyHidden) return shown;
    return Object.fromEntries(Object.entries(shown).filter(([name]) => name !== 'id'));
  };
  const reply = (status: number, body?: object, headers: Record<string, string> = {}) =>
    body === undefined
      ? new Response(null, { status, headers })
      : Response.json(body, { status, headers });

  return async (request: Request): Promise<Response> => {
    try {
      return await answer(request);
    } catch {
      return reply(500);
    }
  };

  async function answer(request: Request): Promise<Response> {
    rules.meanwhile(notes);
    const url = new URL(request.url);
    const [, code] = /^\/read\/([^/]+)$/.exec(url.pathname) ?? [];
    if (code !== undefined) {
      const note = notes.values().find((one) => one.code === code);
      if (rules.isReadable(note)) return reply(200, { title: note?.title });
      return reply(note === undefined ? 404 : 410);
    }
    const [, , id] =
      (shape.isNested ? /^(\/boards\/b1)\/notes(?:\/([^/]+))?$/ : /^()\/notes(?:\/([^/]+))?$/).exec(
        url.pathname,
      ) ?? [];
    const isKnown =
      /\/notes(?:\/|$)/.test(url.pathname) &&
      (!shape.isNested || url.pathname.startsWith('/boards/b1/'));
    if (!isKnown) return reply(404);
    const body: unknown =
      request.method === 'POST' || request.method === 'PATCH' ? await request.json() : undefined;
    const sent: Record<string, unknown> = {
      ...Object(shape.isEnveloped ? Object(body).data : body),
    };
    if (id === undefined && request.method === 'GET') return list(url.searchParams, url);
    if (id === undefined) {
      const status = rules.mayCreate(sent);
      if (status !== 201) return reply(status);
      const note = add(sent, Date.now() + count);
      return reply(201, shape.isKeyHidden ? { id: note.id } : wrap(show(note, 'create')));
    }
    const note = rules.find(notes, decodeURIComponent(id));
    if (note === undefined) return reply(404);
    if (request.method === 'GET') return reply(200, wrap(show(note, 'show')));
    if (request.method === 'DELETE') {
      rules.remove(notes, note);
      return reply(204);
    }
    notes.set(note.id, {
      ...rules.change(note, sent, notes),
      updated_at: new Date().toISOString(),
    });
    return reply(200, wrap(show(rules.showChange(notes.get(note.id) ?? note, sent), 'change')));
  }

  function list(query: URLSearchParams, url: URL): Response {
    const { paging } = shape;
    const filters = ['color', 'pinned', 'tags'].filter((name) => query.has(name));
    const kept = rules
      .listed(notes)
      .filter((note) => filters.every((name) => rules.filter(note, name, query.get(name) ?? '')));
    const sorted = rules.sort(kept, query.get('sort') ?? '-created');
    const size = paging === 'none' ? 1000 : Number(query.get('page_size') ?? 20);
    const place = (id: string | null) =>
      id === null ? 0 : sorted.findIndex((one) => one.id === id) + 1;
    const first = paging === 'page from 0' ? 0 : 1;
    const page = Number(query.get('page') ?? first);
    const starts = {
      page: (page - 1) * size,
      'page from 0': page * size,
      offset: Number(query.get('offset') ?? 0),
      cursor: Number((query.get('cursor') ?? 'c0').slice(1)),
      link: Number(query.get('from') ?? 0),
      key: place(query.get('starting_after')),
      none: 0,
    };
    const start = starts[paging];
    const { notes: items, hasNext, total } = rules.cut(sorted, start, size);
    const shown = items.map((note) => show(note, 'list'));
    const isCounted = paging.startsWith('page');
    const said = {
      ...(paging !== 'link' && paging !== 'cursor' && paging !== 'none' && { has_next: hasNext }),
      ...(isCounted && { page, total, total_pages: rules.total_pages(total, size) }),
      ...(paging === 'cursor' && { next_cursor: hasNext ? `c${start + size}` : null, total }),
    };
    url.searchParams.set('from', String(start + size));
    const link = paging === 'link' && hasNext ? { link: `<${url.href}>; rel="next"` } : undefined;
    return reply(
      200,
      { ...(shape.isEnveloped ? { data: { notes: shown } } : { notes: shown }), ...said },
      link,
    );
  }
}
