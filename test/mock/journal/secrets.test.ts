import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMock } from '../../../src/mock/create-mock.ts';
import { describeEntry } from '../../../src/mock/journal/describe-entry.ts';
import { exportHar } from '../../../src/mock/journal/export-har.ts';
import type { Exchange } from '../../../src/mock/log/exchange.ts';
import { formatExchange } from '../../../src/mock/log/format-exchange.ts';
import { createPaint } from '../../../src/mock/log/paint.ts';
import { serializeExchange } from '../../../src/mock/log/serialize-exchange.ts';
import { contractFromYaml } from '../../support/contract-from-yaml.ts';
import { propertyRuns } from '../../support/property-runs.ts';

/** Every body is refused, so that the answer tells of what was found. */
const contract = await contractFromYaml(`
paths:
  /things:
    post:
      operationId: addThing
      security: [{}, { house: [] }]
      parameters:
        - { name: limit, in: query, schema: { type: integer } }
      requestBody:
        content:
          application/json: { schema: { $ref: '#/components/schemas/Thing' } }
          application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Thing' } }
          multipart/form-data: { schema: { $ref: '#/components/schemas/Thing' } }
          application/xml: { schema: { $ref: '#/components/schemas/Thing' } }
          text/plain: { schema: { type: string, maxLength: 1 } }
      responses: { 200: { description: Fine. } }
  /links/{token}:
    get:
      operationId: openLink
      parameters: [{ name: token, in: path, required: true, schema: { type: string, maxLength: 1 } }]
      responses: { 200: { description: Fine. } }
components:
  securitySchemes:
    house: { type: apiKey, in: header, name: X-House }
  schemas:
    Thing:
      type: object
      required: [id]
      additionalProperties: false
      properties:
        id: { type: integer }
        password: { type: string, maxLength: 1 }
        pin: { type: string, maxLength: 1 }
        entry: { type: string, format: password, maxLength: 1 }
`);

interface Sent {
  readonly path: string;
  readonly type?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Writes a secret under a name into a request. */
type Carry = (name: string, secret: string) => Sent;

const JSON_TYPE = 'application/json';
const XML_TYPE = 'application/xml';
const json = (value: unknown): Sent => ({
  path: '/things',
  type: JSON_TYPE,
  body: JSON.stringify(value),
});
const xml = (body: string): Sent => ({ path: '/things', type: XML_TYPE, body });
const escapeXml = (text: string) => text.replaceAll(/[<>&"']/g, (one) => `&#${one.charCodeAt(0)};`);
const encodeFully = (text: string) =>
  Buffer.from(text)
    .toString('hex')
    .replaceAll(/../g, (byte) => `%${byte}`);
const multipart = (field: string, content: string): Sent => ({
  path: '/things',
  type: 'multipart/form-data; boundary=frontier',
  body: `--frontier\r\nContent-Disposition: form-data; ${field}\r\n\r\n${content}\r\n--frontier--\r\n`,
});

const CARRIERS: Readonly<Record<string, Carry>> = {
  'a member': (name, secret) => json({ id: 'x', [name]: secret }),
  'a nested member': (name, secret) => json({ a: [{ b: { [name]: [secret, { c: secret }] } }] }),
  'an array at the top': (name, secret) => json([1, { [name]: secret }]),
  'an object under the name': (name, secret) => json({ [name]: { value: secret } }),
  'a pair of name and value': (name, secret) => json([{ name, value: secret }]),
  'JSON within JSON': (name, secret) => json({ note: JSON.stringify({ [name]: secret }) }),
  'JSON as text': (name, secret) => ({ ...json({ [name]: secret }), type: 'text/plain' }),
  // A form takes "&" for its own, and what follows for a name.
  'JSON as a form': (name, secret) => ({
    ...json({ [name]: secret.replaceAll('&', '') }),
    type: 'application/x-www-form-urlencoded',
  }),
  'an escaped name': (name, secret) => {
    const escaped = `\\u${name.charCodeAt(0).toString(16).padStart(4, '0')}${name.slice(1)}`;
    return { ...json(0), body: `{"${escaped}":${JSON.stringify(secret)}` };
  },
  'JSON in single quotes': (name, secret) => ({
    ...json(0),
    body: `{'${name}': '${secret.replaceAll(/['\\]/g, '\\$&')}'}`,
  }),
  'JSON without quotes': (name, secret) => ({ ...json(0), body: `{"a":1,\n${name}: ${secret}\n}` }),
  'a form': (name, secret) => ({
    path: '/things',
    type: 'application/x-www-form-urlencoded',
    body: `a=1&${encodeFully(name)}=${encodeURIComponent(secret)}&b=2`,
  }),
  'an array in a form': (name, secret) => ({
    path: '/things',
    type: 'application/x-www-form-urlencoded',
    body: `a=1&${name}%5B0%5D=${encodeFully(secret)}&b=2`,
  }),
  'a part': (name, secret) => multipart(`name="${name}"`, secret),
  'a part with a file': (name, secret) => multipart(`filename="a.txt"; name=${name}`, secret),
  'JSON in a part': (name, secret) => multipart('name="a"', JSON.stringify({ [name]: secret })),
  'an element': (name, secret) => xml(`<a><b:${name} c="d">${escapeXml(secret)}</b:${name}></a>`),
  'an element of references': (name, secret) =>
    xml(
      `<a><${name}>${secret.replaceAll(/./gsu, (one) => `&#x${one.codePointAt(0)?.toString(16)};`)}</${name}></a>`,
    ),
  'an element of CDATA': (name, secret) =>
    xml(`<a><${name}><![CDATA[${secret.replaceAll(']]>', '')}]]></${name}></a>`),
  'an attribute': (name, secret) => xml(`<a b="c" ${name}="${escapeXml(secret)}">d</a>`),
  'an attribute in single quotes': (name, secret) => xml(`<a ${name} = '${escapeXml(secret)}'/>`),
  'an element that is not closed': (name, secret) => xml(`<a><${name}>${escapeXml(secret)}</a>`),
  'the query': (name, secret) => ({
    path: `/things?limit=x&${encodeURIComponent(name)}=${encodeURIComponent(secret)}`,
  }),
  'the query, all encoded': (name, secret) => ({
    path: `/things?${encodeFully(name)}=${encodeFully(secret)}`,
  }),
  'a link in the query': (name, secret) => ({
    path: `/things?next=${encodeURIComponent(`http://h.test/?${name}=${encodeURIComponent(secret)}`)}`,
  }),
  'a header': (name, secret) => ({
    path: '/things',
    headers: { [`x-${name}`]: encodeURIComponent(secret) },
  }),
  'a declared header': (_name, secret) => ({
    path: '/things',
    headers: { 'x-house': encodeURIComponent(secret) },
  }),
  'a link in a header': (name, secret) => ({
    path: '/things',
    headers: { referer: `http://h.test/a?${name}=${encodeURIComponent(secret)}` },
  }),
  'a cookie': (name, secret) => ({
    path: '/things',
    headers: { cookie: `a=1; ${name}=${encodeURIComponent(secret)}` },
  }),
  'basic credentials': (_name, secret) => ({
    path: '/things',
    headers: { authorization: `Basic ${Buffer.from(`me:${secret}`).toString('base64')}` },
  }),
  'bearer credentials': (_name, secret) => ({
    path: '/things',
    headers: { authorization: `Bearer ${Buffer.from(secret).toString('base64')}` },
  }),
  'the path': (_name, secret) => ({ path: `/links/${encodeURIComponent(secret)}` }),
  'a path that is none': (_name, secret) => ({ path: `/links/${encodeURIComponent(secret)}/x` }),
  'a path behind a name': (name, secret) => ({
    path: `/things/${name}/${encodeURIComponent(secret)}`,
  }),
};

/** Names that tell secrets anywhere. */
const TELLING = [
  'password',
  'newPassword',
  'pin',
  'api_key',
  'client_secret',
  'access_token',
  'ticket',
];
/** The last one is secret by its schema. */
const MEMBERS = [...TELLING, 'entry'];
/** Characters that end or begin something in one of the carriers, and others. */
const LETTERS = [...'abcXYZ0189-_.~!$*+|^ ,;:=&?#%/\\"\'`<>()[]{}@é€'];
const secrets = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 8, maxLength: 24 })
  .map((letters) => `q7${letters.join('')}7q`);

const exchanges: Exchange[] = [];
const mock = createMock({ contracts: [contract], log: (exchange) => exchanges.push(exchange) });
const { journal } = mock.sandboxes.open('default');

/** Sends a request, and gives all that is shown of it. */
async function show({ path, type, body, headers }: Sent): Promise<string> {
  journal.clear();
  exchanges.length = 0;
  const init = { headers: { ...(type !== undefined && { 'content-type': type }), ...headers } };
  await mock.fetch(
    new Request(
      `http://mock.test${path}`,
      path.startsWith('/things') ? { ...init, method: 'POST', body: body ?? '' } : init,
    ),
  );
  const entries = journal.entries();
  expect([entries.length, exchanges.length]).toEqual([1, 1]);
  const paint = createPaint(new PassThrough());
  return [
    JSON.stringify(entries.map(describeEntry)),
    JSON.stringify(exportHar(entries)),
    ...exchanges.map((exchange) => formatExchange(exchange, paint)),
    ...exchanges.map((exchange) => serializeExchange(exchange, new Date(0))),
  ].join('\n');
}

/** Forms in which a text may appear, each with those that JSON makes of it. */
function formsOf(secret: string): string[] {
  const plain = [
    secret,
    encodeURIComponent(secret),
    encodeFully(secret),
    escapeXml(secret),
    Buffer.from(secret).toString('base64'),
  ];
  return plain.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]);
}

/** What a text shows of a secret: all of it, or six characters of it at least. */
function findIn(shown: string, secret: string): string[] {
  const parts = Array.from({ length: secret.length - 5 }, (_, at) => secret.slice(at, at + 6));
  return [secret, ...parts].flatMap(formsOf).filter((form) => shown.includes(form));
}

describe('what is shown of a request', () => {
  test.each(Object.entries(CARRIERS))('has no secret that came in %s', async (_carrier, carry) => {
    const names = carry('pin', 'x').body === undefined ? TELLING : MEMBERS;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), secrets, async (name, secret) => {
        const shown = await show(carry(name, secret));
        expect(findIn(shown, secret)).toEqual([]);
      }),
      propertyRuns(12),
    );
  });

  test.each(Object.entries(CARRIERS).filter(([, carry]) => carry('pin', 'x').body !== undefined))(
    'has no secret that came in %s and was cut off',
    async (_carrier, carry) => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...MEMBERS),
          secrets,
          fc.nat(40),
          async (name, secret, cut) => {
            const sent = carry(name, secret);
            const shown = await show({ ...sent, body: (sent.body ?? '').slice(0, -1 - cut) });
            expect(findIn(shown, secret)).toEqual([]);
          },
        ),
        propertyRuns(12),
      );
    },
  );

  test('has what is no secret', async () => {
    const shown = await show(json({ id: 'visible1', note: 'visible2' }));
    expect(shown).toContain('visible1');
    expect(shown).toContain('visible2');
  });
});
