import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { exportHar } from '../../../src/mock/journal/export-har.ts';
import type { JournalEntry } from '../../../src/mock/journal/journal-entry.ts';

// The rules of http://www.softwareishard.com/blog/har-12-spec/, as strict as they are written.
const count = z.int().min(0);
const size = z.int().min(-1);
const field = z.strictObject({ name: z.string(), value: z.string() });
const shared = { httpVersion: z.string().regex(/^HTTP\//), headersSize: size, bodySize: size };
const HAR = z.strictObject({
  log: z.strictObject({
    version: z.literal('1.2'),
    creator: z.strictObject({ name: z.string(), version: z.string() }),
    entries: z.array(
      z
        .strictObject({
          startedDateTime: z.iso.datetime({ offset: true }),
          time: z.number().min(0),
          request: z.strictObject({
            ...shared,
            method: z.string().min(1),
            // Absolute, and without a fragment.
            url: z.string().regex(/^https?:\/\/[^/#]+\/[^#]*$/),
            cookies: z.array(field),
            headers: z.array(field),
            queryString: z.array(field),
            postData: z.strictObject({ mimeType: z.string(), text: z.string() }).optional(),
          }),
          response: z.strictObject({
            ...shared,
            status: count,
            statusText: z.string(),
            cookies: z.array(field),
            headers: z.array(field),
            content: z.strictObject({
              size: count,
              mimeType: z.string(),
              text: z.string().optional(),
            }),
            redirectURL: z.string(),
          }),
          cache: z.strictObject({}),
          timings: z.strictObject({ send: z.number(), wait: z.number(), receive: z.number() }),
        })
        .refine(
          ({ time, timings: { send, wait, receive } }) => time === send + wait + receive,
          'The time is not the sum of its parts.',
        ),
    ),
  }),
});

const ENTRY: JournalEntry = {
  kind: 'request',
  at: Date.UTC(2026, 0, 31),
  api: 'notes',
  method: 'POST',
  origin: 'http://mock.test',
  path: '/notes',
  query: 'page=1&q=a%20b&token=t',
  operation: undefined,
  pathValues: undefined,
  contract: undefined,
  status: 201,
  milliseconds: 1.5,
  violations: [],
  isForbidden: false,
  request: {
    headers: ['Authorization', 'Bearer abc', 'Cookie', 'session=s; theme=t', 'Content-Type', 'a/b'],
    body: Buffer.from('{"password":"p"}'),
  },
  response: {
    headers: { 'content-type': 'a/b', 'set-cookie': 'session=s; Path=/', location: '/notes/1' },
    body: Buffer.from('{}'),
  },
};

const BYTES = Buffer.from([0x25, 0x50, 0x44, 0x46, 0xff, 0xfe]);

const read = (changed: Partial<JournalEntry> = {}) =>
  exportHar([[1, { ...ENTRY, ...changed }]]).log.entries[0];

describe('exportHar', () => {
  test.each<[what: string, changed: Partial<JournalEntry>]>([
    ['a request and its answer', {}],
    ['an answer that never came', { status: undefined, response: undefined }],
    ['messages without a body', { request: { headers: [] }, response: { headers: {} } }],
    [
      'a body of which a part is kept',
      { request: { headers: [], body: Buffer.from('a'), size: 9 } },
    ],
    [
      'bodies that are no text',
      { request: { headers: [], body: BYTES }, response: { headers: {}, body: BYTES } },
    ],
    ['a webhook', { kind: 'webhook', operation: 'noteAdded', query: '' }],
    ['a host that is none', { origin: 'http://a%zz' }],
  ])('follows the rules of HAR 1.2 for %s', (_what, changed) => {
    const har = exportHar([[1, { ...ENTRY, ...changed }]]);
    expect(z.prettifyError(HAR.safeParse(har).error ?? new z.ZodError([]))).toBe('');
  });

  test('keeps the scheme of credentials and the names of cookies, and no secret', () => {
    const entry = read();
    expect(entry?.request.headers).toContainEqual({ name: 'Authorization', value: 'Bearer ***' });
    expect(entry?.request.cookies).toEqual([
      { name: 'session', value: '***' },
      { name: 'theme', value: '***' },
    ]);
    expect(entry?.response.cookies).toEqual([{ name: 'session', value: '***' }]);
    expect(JSON.stringify(entry)).not.toMatch(/abc|"[pst]"|=[st]\b/);
  });

  test('has a text for what is text alone, also where it is cut within a character', () => {
    const bytes = read({
      request: { headers: [], body: BYTES },
      response: { headers: {}, body: BYTES },
    });
    expect(bytes?.request).toMatchObject({ postData: { text: '' }, bodySize: 6 });
    expect(bytes?.response.content).toEqual({ size: 6, mimeType: 'x-unknown' });
    const cut = { headers: [], body: Buffer.from('a€').subarray(0, 3), size: 9 };
    expect(read({ request: cut })?.request).toMatchObject({ postData: { text: 'a' }, bodySize: 9 });
  });

  test('decodes the query', () => {
    expect(read()?.request.queryString).toEqual([
      { name: 'page', value: '1' },
      { name: 'q', value: 'a b' },
      { name: 'token', value: '***' },
    ]);
    expect(read({ query: '' })?.request.queryString).toEqual([]);
  });
});
