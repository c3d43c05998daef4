import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { isLinkChange, isLinkCreate, readQuery } from './check-request.ts';
import { DEFECTS, type DefectName } from './defects.ts';
import type { Link, Links } from './link.ts';
import { type Answer, type OperationId, RIGHT, type Rules } from './rules.ts';
import { DOCUMENTS, makeLink, seedLinks } from './seed.ts';

/** Server that keeps `links.yaml`, or breaks it in one place. */
export interface LinkServer {
  readonly url: string;
  readonly close: () => Promise<void>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

interface Asked {
  readonly operation: OperationId;
  /** Variables of the path in their order. */
  readonly names: readonly [string, string];
  readonly query: URLSearchParams;
  readonly request: IncomingMessage;
}

interface World {
  readonly rules: Rules;
  readonly links: Links;
  /** Time that no two answers have in common. */
  readonly tick: () => number;
}

type Route = readonly [RegExp, Readonly<Record<string, OperationId>>];

const ROUTES: readonly Route[] = [
  [/^\/documents\/([^/]+)\/links$/, { GET: 'listLinks', POST: 'createLink' }],
  [
    /^\/documents\/([^/]+)\/links\/([^/]+)$/,
    { GET: 'getLink', PATCH: 'changeLink', DELETE: 'removeLink' },
  ],
  [/^\/open\/([^/]+)$/, { GET: 'openLink' }],
];
const TITLES: Readonly<Record<number, string>> = {
  400: 'Malformed request',
  401: 'Unauthorized',
  404: 'Not found',
  405: 'Method not allowed',
  410: 'Gone',
  415: 'Unsupported media type',
  422: 'Invalid body',
  500: 'Internal error',
};

/** Starts the server on a free port of the loopback interface, with one defect if one is named. */
export async function startServer(defect?: DefectName): Promise<LinkServer> {
  const rules = { ...RIGHT, ...(defect === undefined ? {} : DEFECTS[defect]()) };
  let last = Date.now();
  const links = seedLinks(last);
  const tick = () => {
    last = Math.max(last + 1, Date.now());
    return last;
  };
  const world = { rules, links, tick };
  const server = createServer((request, response) => {
    answerRequest(request, world)
      .catch(() => problem(500, 'Something went wrong.'))
      .then((answer) => write(response, answer))
      .catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${address.port}`, close, [Symbol.asyncDispose]: close };
}

async function answerRequest(request: IncomingMessage, world: World): Promise<Answer> {
  const [path = '', ...rest] = (request.url ?? '').split('?');
  const [names, methods] = findRoute(path);
  if (names === undefined) return problem(404, 'There is nothing at this path.');
  const operation = methods[request.method ?? ''];
  if (operation === undefined) {
    const headers = { Allow: Object.keys(methods).join(', ') };
    return { ...problem(405, 'The path does not have this method.'), headers };
  }
  const asked = { operation, names, query: new URLSearchParams(rest.join('?')), request };
  const { rules } = world;
  const [, token] = /^bearer +(.*)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (!rules.isAllowed(operation, token)) {
    const headers = { 'WWW-Authenticate': 'Bearer' };
    return rules.answer({ ...problem(401, 'A bearer token is needed.'), headers }, operation);
  }
  return rules.answer(await HANDLERS[operation](asked, world), operation);
}

const HANDLERS: Readonly<
  Record<OperationId, (asked: Asked, world: World) => Answer | Promise<Answer>>
> = {
  listLinks: ({ names: [document], query: sent }, { rules, links }) => {
    const query = readQuery(sent, rules);
    if (query === undefined) return problem(400, 'A query parameter breaks a rule.');
    if (!hasDocument(document)) return problem(404, 'There is no such document.');
    const all = rules.listed(links).filter(({ document_id }) => document_id === document);
    const kept = query.state === undefined ? all : rules.filter(all, query.state);
    const page = rules.cut(rules.sort(kept, query.sort), query);
    const items = page.items.map((link) => rules.show(link, 'listLinks'));
    return { status: 200, body: { ...page, items } };
  },
  createLink: async ({ names: [document], request }, { rules, links, tick }) => {
    const body = await readBody(request);
    if (isAnswer(body)) return body;
    if (!isLinkCreate(body.value, rules)) return problem(422, 'The body makes no link.');
    if (!hasDocument(document)) return problem(404, 'There is no such document.');
    const link = rules.make(makeLink(document, body.value, tick()));
    rules.add(links, link);
    const headers = { Location: `/documents/${document}/links/${link.id}` };
    return { status: 201, body: rules.show(link, 'createLink'), headers };
  },
  getLink: (asked, world) =>
    withLink(asked, world, (link) => ({ status: 200, body: world.rules.show(link, 'getLink') })),
  changeLink: async (asked, world) => {
    const { rules, links } = world;
    const body = await readBody(asked.request);
    if (isAnswer(body)) return body;
    const change = body.value;
    if (!isLinkChange(change, rules)) return problem(422, 'The body changes no link.');
    return withLink(asked, world, (link) => {
      links.set(link.id, rules.change(link, change));
      const shown = rules.showChange(links.get(link.id) ?? link, change);
      return { status: 200, body: rules.show(shown, 'changeLink') };
    });
  },
  removeLink: (asked, world) =>
    withLink(asked, world, (link) => {
      world.rules.remove(world.links, link);
      return { status: 204 };
    }),
  openLink: ({ names: [token] }, { rules, links }) => {
    const link = links.values().find((one) => one.token === token);
    if (link === undefined) return problem(404, 'Nothing has this token.');
    if (!rules.isOpen(link)) return problem(410, 'The link was revoked, or has expired.');
    return { status: 200, body: rules.show(link, 'openLink') };
  },
};

function withLink(
  { names: [document, id], operation }: Asked,
  { rules, links }: World,
  use: (link: Link) => Answer,
): Answer {
  const link = rules.find(links, id, operation);
  return link?.document_id === document ? use(link) : problem(404, 'There is no such link.');
}

function findRoute(path: string): [[string, string] | undefined, Route[1]] {
  for (const [pattern, methods] of ROUTES) {
    const [, first, second = ''] = pattern.exec(path) ?? [];
    if (first !== undefined) return [[decode(first), decode(second)], methods];
  }
  return [undefined, {}];
}

/** A name that cannot be decoded is that of nothing. */
function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return '';
  }
}

async function readBody(request: IncomingMessage): Promise<Answer | { readonly value: unknown }> {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  const sent = await text(request);
  if (type.trim().toLowerCase() !== 'application/json') {
    return problem(415, 'The body has to be JSON.');
  }
  try {
    return { value: JSON.parse(sent) };
  } catch {
    return problem(400, 'The body is not JSON.');
  }
}

function isAnswer(body: Answer | { readonly value: unknown }): body is Answer {
  return 'status' in body;
}

function hasDocument(id: string): boolean {
  return DOCUMENTS.some((known) => known === id);
}

function problem(status: number, detail: string): Answer {
  return { status, body: { title: TITLES[status] ?? 'Problem', status, detail } };
}

function write(response: ServerResponse, { status, body, mediaType, headers }: Answer): void {
  const usual = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, {
    'X-Request-Id': randomUUID(),
    ...(body && { 'Content-Type': mediaType ?? usual }),
    ...headers,
  });
  response.end(body && JSON.stringify(body));
}
