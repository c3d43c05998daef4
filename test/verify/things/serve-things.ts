import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { FetchHandler } from '../../../src/verify/send/send-options.ts';

type Members = Readonly<Record<string, unknown>>;

export interface Thing extends Members {
  readonly id: string | number;
}

/** What right servers do in different ways. */
export interface Habits {
  readonly makeId: (count: number) => string | number;
  /** Value in the path as an id; `undefined` for one that none has. */
  readonly readId: (text: string) => string | number | undefined;
  /** What is kept of what is sent. */
  readonly keep: (sent: Members) => Members;
  readonly show: (thing: Thing) => unknown;
  /** Whether names are unique. */
  readonly isUnique: boolean;
  /** Whether a body with a member that only answers have is refused. */
  readonly isShownRefused: boolean;
  /** Whether a PUT makes what is not there. */
  readonly isUpserting: boolean;
  /** What a removal answers with, and whether it may be repeated. */
  readonly removed: number;
  readonly isRemovalRepeatable: boolean;
  /** Whether something that was removed is kept, and shown no more. */
  readonly isSoft: boolean;
  /** Whether a query that the contract does not know is refused. */
  readonly knownQuery: readonly string[] | undefined;
  /** Why a query is refused. */
  readonly checkQuery: (query: URLSearchParams) => string | undefined;
  readonly filter: (thing: Thing, query: URLSearchParams) => boolean;
  /** Items of a list that others see at this time. */
  readonly listed: (things: readonly Thing[]) => readonly Thing[];
  readonly time: () => string;
  /** Path of what things belong to, such as `/boxes/b1`. */
  readonly parent: string;
  readonly token: string | undefined;
  /** What answers instead, before the server looks for anything. */
  readonly before: (request: Request) => Response | undefined;
  /** What becomes of an answer. */
  readonly after: (answer: Response, request: Request) => Response;
  readonly nowhere: () => Response;
  readonly methodless: () => Response;
}

const HABITS: Habits = {
  makeId: (count) => `thing-${count}`,
  readId: (text) => text,
  keep: (sent) => sent,
  show: (thing) => thing,
  isUnique: false,
  isShownRefused: false,
  isUpserting: false,
  removed: 204,
  isRemovalRepeatable: false,
  isSoft: false,
  knownQuery: undefined,
  checkQuery: () => undefined,
  filter: () => true,
  listed: (things) => things,
  time: () => new Date().toISOString(),
  parent: '',
  token: undefined,
  before: () => undefined,
  after: (answer) => answer,
  nowhere: () => problem(404, 'There is nothing here.'),
  methodless: () => problem(405, 'The path does not have this method.'),
};

export function problem(status: number, detail: string): Response {
  return Response.json({ detail }, { status });
}

/** Makes a server that keeps `thingsDocument`, with habits of its own. */
export function serveThings(document: object, given: Partial<Habits> = {}): FetchHandler {
  const habits = { ...HABITS, ...given };
  const ajv = new Ajv2020({ strict: false, logger: false });
  formats.default(ajv);
  ajv.addSchema(document, 'things');
  const things = new Map<string | number, Thing & { readonly isGone?: boolean }>();
  let count = 0;
  add({ name: 'first' });
  add({ name: 'second', size: 3 });

  return async (request) => {
    const answer = habits.before(request) ?? (await route(request));
    return habits.after(answer, request);
  };

  function add(sent: Members, given?: Thing['id']): Thing {
    count += 1;
    const id = given ?? habits.makeId(count);
    const thing = { ...habits.keep(sent), id, created_at: habits.time() };
    things.set(id, thing);
    return thing;
  }

  async function route(request: Request): Promise<Response> {
    const { pathname: whole, searchParams } = new URL(request.url);
    const pathname = whole.replace(habits.parent, '');
    const [, text] = /^\/things(?:\/([^/]+))?$/.exec(pathname) ?? [undefined, undefined];
    if (!/^\/things(?:\/[^/]+)?$/.test(pathname)) return habits.nowhere();
    const { token } = habits;
    if (token !== undefined && request.headers.get('authorization') !== `Bearer ${token}`)
      return problem(401, 'A token is needed.');
    if (text === undefined) {
      if (request.method === 'GET') return list(searchParams);
      if (request.method === 'POST') return create(await readBody(request));
      return habits.methodless();
    }
    const id = habits.readId(decodeURIComponent(text));
    const thing = id === undefined ? undefined : things.get(id);
    const found = thing?.isGone === true ? undefined : thing;
    return one(request, id, found);
  }

  async function one(request: Request, id: Thing['id'] | undefined, thing: Thing | undefined) {
    const { method } = request;
    if (!['GET', 'PUT', 'PATCH', 'DELETE'].includes(method)) return habits.methodless();
    const body = method === 'PUT' || method === 'PATCH' ? await readBody(request) : undefined;
    if (method === 'PUT' && !isRight('/components/schemas/NewThing', body))
      return problem(400, 'The body is no thing.');
    const change = '/components/schemas/Change';
    if (method === 'PATCH' && !isRight(change, body)) return problem(400, 'No change.');
    if (method === 'DELETE' && thing === undefined && habits.isRemovalRepeatable)
      return new Response(null, { status: habits.removed });
    if (method === 'PUT' && thing === undefined && habits.isUpserting && id !== undefined)
      return Response.json(habits.show(add(Object(body), id)), { status: 201 });
    if (thing === undefined) return problem(404, 'There is no such thing.');
    if (method === 'GET') return Response.json(habits.show(thing));
    if (method === 'DELETE') {
      if (habits.isSoft) things.set(thing.id, { ...thing, isGone: true });
      else things.delete(thing.id);
      return new Response(null, { status: habits.removed });
    }
    const kept = habits.keep(Object(body));
    if (isTaken(kept.name, thing.id)) return problem(409, 'The name is taken.');
    const { id: own, created_at } = thing;
    const changed = { ...(method === 'PATCH' ? thing : {}), ...kept, id: own, created_at };
    things.set(own, changed);
    return Response.json(habits.show(changed));
  }

  function create(body: unknown): Response {
    if (!isRight('/components/schemas/NewThing', body)) return problem(400, 'No thing.');
    if (isTaken(habits.keep(Object(body)).name)) return problem(409, 'The name is taken.');
    return Response.json(habits.show(add(Object(body))), { status: 201 });
  }

  function list(query: URLSearchParams): Response {
    const [page, size] = ['page', 'page_size'].map(
      (name, index) => query.get(name) ?? [1, 20][index],
    );
    const counts = [page, size].map(String);
    if (!counts.every((text) => /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 50))
      return problem(400, 'A count is wrong.');
    const { knownQuery } = habits;
    if (knownQuery !== undefined && [...query.keys()].some((name) => !knownQuery.includes(name)))
      return problem(400, 'A parameter is not known.');
    const flaw = habits.checkQuery(query);
    if (flaw !== undefined) return problem(400, flaw);
    const there = [...things.values()].filter(({ isGone }) => isGone !== true);
    const kept = habits.listed(there).filter((thing) => habits.filter(thing, query));
    const start = (Number(page) - 1) * Number(size);
    const items = kept.slice(start, start + Number(size)).map(habits.show);
    return Response.json({ items, total: kept.length });
  }

  function isTaken(name: unknown, own?: Thing['id']): boolean {
    return habits.isUnique && things.values().some((one) => one.name === name && one.id !== own);
  }

  function isRight(pointer: string, body: unknown): boolean {
    const uri = `things#${pointer.split('/').map(encodeURIComponent).join('/')}`;
    const { version, by } = Object(body);
    if (habits.isShownRefused && (version !== undefined || Object(by).id !== undefined))
      return false;
    return ajv.getSchema(uri)?.(body) === true;
  }
}

async function readBody(request: Request): Promise<unknown> {
  const isJson = request.headers.get('content-type')?.startsWith('application/json') === true;
  return isJson ? await request.json().catch(() => undefined) : undefined;
}
