import { describe, test } from 'vitest';
import { verify } from '../../src/verify/index.ts';
import { contractOf } from '../support/test-contract.ts';
import { type Habits, problem, serveThings } from './things/serve-things.ts';
import { type ThingsParts, thingsDocument } from './things/things-document.ts';

/** A right server of one kind, of which nothing may be said. */
interface Kind {
  /** Base URL, where it has another path than the contract. */
  readonly url?: string;
  readonly parts?: Partial<ThingsParts>;
  readonly habits?: () => Partial<Habits>;
}

const TRACKER = 'https://github.com/schemathesis/schemathesis/issues';
const TEXT = { name: { type: 'string' }, note: { type: ['string', 'null'] } };
const NAME = { type: 'string', minLength: 1, maxLength: 40 };
const LOGIN: Kind = {
  parts: { security: [{ token: [] }] },
  habits: () => ({ token: 'right-token' }),
};
const isInteger = (text: string) => /^-?\d+$/.test(text);

const KINDS: Readonly<Record<string, Kind>> = {
  'as the contract says': {},

  // Values in a URL are texts: `null`, `false` and `0` are as good as any.
  [`any text fits a text of the query, ${TRACKER}/2900`]: {
    parts: { query: [{ name: 'charset', in: 'query', schema: { type: 'string' } }] },
  },
  [`any text fits a text in the path, ${TRACKER}/2312`]: {
    parts: { id: { type: 'string', minLength: 1, maxLength: 200 } },
  },
  [`an array of one item looks like a text, ${TRACKER}/2913`]: {
    parts: {
      query: [{ name: 'names', in: 'query', schema: { type: 'array', items: { type: 'string' } } }],
    },
  },
  [`a list of numbers is one of texts that are numbers, ${TRACKER}/3933`]: {
    parts: {
      query: [
        { name: 'sizes', in: 'query', schema: { type: 'array', items: { type: 'integer' } } },
      ],
    },
    habits: () => ({
      checkQuery: (query) =>
        query.getAll('sizes').every(isInteger) ? undefined : 'A size is wrong.',
    }),
  },
  [`a text or a list of texts, ${TRACKER}/3962`]: {
    parts: {
      query: [
        {
          name: 'pick',
          in: 'query',
          schema: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
        },
      ],
    },
  },
  'an array of several items, with commas': {
    parts: {
      query: [
        {
          name: 'among',
          in: 'query',
          explode: false,
          schema: { type: 'array', minItems: 1, maxItems: 3, items: { type: 'string' } },
        },
      ],
    },
    habits: () => ({
      checkQuery: (query) =>
        (query.get('among') ?? '').split(',').length > 3 ? 'Too many.' : undefined,
    }),
  },
  'a parameter without a value is one that was left out': {
    parts: { query: [{ name: 'min', in: 'query', schema: { type: 'integer' } }] },
    habits: () => ({
      checkQuery: (query) => {
        const text = query.get('min') ?? '';
        return text === '' || isInteger(text) ? undefined : 'No number.';
      },
    }),
  },
  'a number may be written as 1.0 or 1e3': {
    parts: { query: [{ name: 'least', in: 'query', schema: { type: 'number', minimum: 0 } }] },
    habits: () => ({
      checkQuery: (query) => {
        const text = query.get('least') ?? '0';
        return text.trim() !== '' && Number(text) >= 0 ? undefined : 'No number.';
      },
    }),
  },
  'unknown parameters are refused': {
    habits: () => ({ knownQuery: ['page', 'page_size'] }),
  },
  [`headers are texts, ${TRACKER}/2726`]: {
    parts: { query: [{ name: 'X-Trace', in: 'header', schema: { type: 'string' } }] },
  },
  'a header without a value is one that was left out': {
    parts: { query: [{ name: 'X-Kind', in: 'header', schema: { type: 'string', minLength: 1 } }] },
  },
  'a header without items is one that was left out': {
    parts: {
      query: [
        {
          name: 'X-Kinds',
          in: 'header',
          schema: { type: 'array', minItems: 1, items: { type: 'string' } },
        },
      ],
    },
  },

  // Bodies.
  [`what is sent may have more members, ${TRACKER}/3073`]: {
    parts: { more: { additionalProperties: true } },
  },
  'what is sent may have further members of one type': {
    parts: { more: { additionalProperties: { type: ['string', 'integer', 'array', 'null'] } } },
  },
  [`what is sent may have no more members, ${TRACKER}/4332`]: {
    parts: { more: { additionalProperties: false } },
  },
  'what only answers have is refused': {
    parts: {
      members: {
        name: NAME,
        version: { type: 'integer', readOnly: true },
        by: {
          type: 'object',
          properties: { id: { type: 'string', readOnly: true }, team: { type: 'string' } },
        },
      },
    },
    habits: () => ({ isShownRefused: true }),
  },
  'a format is an annotation': {
    parts: { members: { ...TEXT, name: NAME, site: { type: 'string', format: 'x-site' } } },
  },
  'defaults are filled in': {
    parts: {
      members: { name: NAME, color: { type: 'string', enum: ['red', 'blue'], default: 'red' } },
    },
    habits: () => ({ keep: (sent) => ({ color: 'red', ...sent }) }),
  },
  'texts are trimmed': {
    habits: () => ({
      keep: (sent) => (typeof sent.name === 'string' ? { ...sent, name: sent.name.trim() } : sent),
    }),
  },
  'addresses are kept in lower case': {
    parts: { members: { name: NAME, mail: { type: 'string', format: 'email' } } },
    habits: () => ({
      keep: (sent) =>
        typeof sent.mail === 'string' ? { ...sent, mail: sent.mail.toLowerCase() } : sent,
    }),
  },
  'times are kept to the second': {
    parts: { members: { name: NAME, due: { type: 'string', format: 'date-time' } } },
    habits: () => ({
      keep: (sent) =>
        typeof sent.due === 'string'
          ? { ...sent, due: new Date(sent.due).toISOString().replace(/\.\d+Z/, 'Z') }
          : sent,
    }),
  },
  'times are kept to the microsecond, with an offset': {
    habits: () => ({ time: () => new Date().toISOString().replace('Z', '000+00:00') }),
  },
  'answers have more members than the contract names': {
    habits: () => ({ show: (thing) => ({ ...thing, links: [], _etag: 'x' }) }),
  },
  'null is shown for what was not sent': {
    habits: () => ({ show: (thing) => ({ note: null, ...thing }) }),
  },

  // Ids.
  'ids are numbers': {
    parts: { id: { type: 'integer' } },
    habits: () => ({
      makeId: (count) => count,
      readId: (text) => (isInteger(text) ? Number(text) : undefined),
      before: (request) => {
        const [, text = '1'] = /^\/things\/(.+)$/.exec(new URL(request.url).pathname) ?? [];
        return isInteger(text) ? undefined : problem(400, 'No number.');
      },
    }),
  },
  'ids are UUIDs': {
    parts: { id: { type: 'string', format: 'uuid' } },
    habits: () => ({
      makeId: (count) => `0b9e6f5e-2c41-4c7a-9d3f-${String(count).padStart(12, '0')}`,
    }),
  },
  'ids are slugs': {
    parts: { id: { type: 'string', pattern: '^[a-z][a-z0-9-]*$' } },
    habits: () => ({ makeId: (count) => `a-slug-${count}` }),
  },

  // Life of what is there.
  [`a removal may be repeated, ${TRACKER.replace('issues', 'pull')}/3947`]: {
    habits: () => ({ isRemovalRepeatable: true }),
  },
  'a removal answers 200': { parts: { removed: '200' }, habits: () => ({ removed: 200 }) },
  'a removal is done later': { parts: { removed: '202' }, habits: () => ({ removed: 202 }) },
  'what was removed is kept, and shown no more': { habits: () => ({ isSoft: true }) },
  [`PUT creates what is not there, ${TRACKER}/4286`]: {
    habits: () => ({ isUpserting: true }),
  },
  [`ids are given again, ${TRACKER}/3582`]: {
    habits: () => {
      const free = new Set<string>();
      let last = 0;
      return {
        makeId: () => {
          const [again] = free;
          last += 1;
          if (again === undefined) return `thing-${last}`;
          free.delete(again);
          return again;
        },
        after: (answer, request) => {
          const [, id] = /^\/things\/(.+)$/.exec(new URL(request.url).pathname) ?? [];
          if (request.method === 'DELETE' && answer.status === 204 && id !== undefined)
            free.add(id);
          return answer;
        },
      };
    },
  },
  'names are unique': { habits: () => ({ isUnique: true }) },

  // What is not there, and who may not see it.
  [`404 before 405, ${TRACKER}/4503`]: {
    habits: () => ({ methodless: () => problem(404, 'There is nothing here.') }),
  },
  'pages of HTML for what is not there': {
    habits: () => ({
      nowhere: () =>
        new Response('<h1>Not Found</h1>', {
          status: 404,
          headers: { 'content-type': 'text/html' },
        }),
      methodless: () => new Response('', { status: 405, headers: { allow: 'GET, POST' } }),
    }),
  },
  'HEAD and OPTIONS are answered': {
    habits: () => ({
      before: ({ method }) =>
        method === 'OPTIONS' || method === 'HEAD' ? new Response(null, { status: 204 }) : undefined,
    }),
  },
  'credentials are needed': LOGIN,
  [`401 before anything else, ${TRACKER.replace('issues', 'pull')}/4632`]: {
    ...LOGIN,
    habits: () => ({
      before: (request) =>
        request.headers.get('authorization') === 'Bearer right-token'
          ? undefined
          : problem(401, 'A token is needed.'),
    }),
  },
  '404 before 401': {
    ...LOGIN,
    habits: () => ({
      before: (request) =>
        request.headers.get('authorization') === 'Bearer right-token'
          ? undefined
          : problem(404, 'There is nothing here.'),
    }),
  },
  '403 for what is hidden': {
    ...LOGIN,
    habits: () => ({
      token: 'right-token',
      after: (answer) => (answer.status === 404 ? problem(403, 'It is hidden.') : answer),
    }),
  },
  'a scheme of its name in any case': {
    ...LOGIN,
    habits: () => ({
      before: (request) =>
        /^bearer right-token$/i.test(request.headers.get('authorization') ?? '')
          ? undefined
          : problem(401, 'A token is needed.'),
    }),
  },

  'a list of what belongs to nothing is empty': {
    parts: { parent: '/boxes/{box}' },
    habits: () => ({
      parent: '/boxes/b1',
      before: ({ method, url }) =>
        method === 'GET' && /\/boxes\/(?!b1\/)[^/]+\/things(?:\?|$)/.test(url)
          ? Response.json({ items: [], total: 0 })
          : undefined,
    }),
  },
  'a list of what belongs to nothing is not there': {
    parts: { parent: '/boxes/{box}' },
    habits: () => ({ parent: '/boxes/b1' }),
  },

  // HTTP.
  'a proxy serves it below another path': {
    url: 'http://server.test/of/a/proxy/',
    habits: () => ({ parent: '/of/a/proxy' }),
  },
  'another media type is answered where it is asked for': {
    parts: { shown: { 'text/plain': { schema: { type: 'string' } } } },
    habits: () => ({
      after: (answer, request) =>
        request.method === 'GET' &&
        /\/things\/./.test(request.url) &&
        answer.status === 200 &&
        request.headers.get('accept') === 'text/plain'
          ? new Response('a thing', { headers: { 'content-type': 'text/plain' } })
          : answer,
    }),
  },
  'the media type has a charset': {
    habits: () => ({
      after: (answer) => {
        if (answer.headers.has('content-type'))
          answer.headers.set('content-type', 'application/json; charset=UTF-8');
        return answer;
      },
    }),
  },
  'requests are refused for a while': {
    habits: () => {
      let count = 0;
      return {
        before: () => {
          count += 1;
          return count % 7 === 0
            ? new Response(null, { status: 429, headers: { 'retry-after': '0' } })
            : undefined;
        },
      };
    },
  },
  'a body of an unknown media type is refused by 415': {
    habits: () => ({
      before: (request) =>
        request.headers.get('content-type') === 'application/x-unknown'
          ? new Response(null, { status: 415 })
          : undefined,
    }),
  },
  'the order of a list is not that of creation': {
    habits: () => ({
      listed: (things) =>
        things.toSorted((one, other) => (String(one.name) < String(other.name) ? 1 : -1)),
    }),
  },
};

describe.concurrent('a right server', () => {
  test.for(Object.entries(KINDS))('of which nothing is said: %s', async ([, kind], { expect }) => {
    const report = await run(kind);
    expect(
      report.findings.map(({ finding: { kind, operation, where, expected, found, reproduce } }) =>
        [kind, operation?.id, where, expected, found, ...reproduce].join('\n'),
      ),
    ).toEqual([]);
    expect(report.operations.filter(({ state }) => state !== 'met')).toEqual([]);
    expect([report.stopped, ...report.notes]).toEqual([undefined]);
  });
});

describe.concurrent('a wrong server of the same kind', () => {
  test.for<[string, Kind, readonly string[]]>([
    [
      'checks no query',
      { habits: () => ({ before: withoutQuery }) },
      ['accepted-forbidden listThings'],
    ],
    ['lets anybody in', { ...LOGIN, habits: () => ({}) }, ['open-without-credentials']],
    [
      'keeps what was removed',
      { habits: () => ({ before: ({ method }) => noRemoval(method) }) },
      ['still-there'],
    ],
    [
      'shows times that are none',
      { habits: () => ({ time: () => 'today' }) },
      ['answer-breaks-schema'],
    ],
  ])('is told: %s', async ([, kind, kinds], { expect }) => {
    const report = await run(kind);
    const lines = report.findings.map(({ finding }) => `${finding.kind} ${finding.operation?.id}`);
    for (const one of kinds) expect(lines).toContainEqual(expect.stringContaining(one));
  });
});

function withoutQuery(request: Request): Response | undefined {
  const { search, pathname } = new URL(request.url);
  return search !== '' && pathname === '/things'
    ? Response.json({ items: [], total: 0 })
    : undefined;
}

function noRemoval(method: string): Response | undefined {
  return method === 'DELETE' ? new Response(null, { status: 204 }) : undefined;
}

function run({ url, parts, habits = () => ({}) }: Kind) {
  const document = thingsDocument(parts);
  const isClosed = parts?.security !== undefined;
  return verify({
    contract: contractOf(document),
    fetch: serveThings(document, habits()),
    set: { box: 'b1' },
    write: true,
    ...(url !== undefined && { url }),
    ...(isClosed && { credentials: { token: 'right-token' } }),
  });
}
