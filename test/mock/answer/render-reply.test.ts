import { describe, expect, test } from 'vitest';
import { renderReply } from '../../../src/mock/answer/render-reply.ts';
import type { Reply } from '../../../src/mock/authoring/reply.ts';
import { contractWith } from '../../support/test-contract.ts';

const numbered = { type: 'object', properties: { id: { xml: { attribute: true } } } };
const { contract, operation } = contractWith(
  {
    responses: {
      200: {
        content: { 'application/xml': { schema: { ...numbered, xml: { name: 'thing' } } } },
      },
    },
  },
  { schemas: { Failure: { ...numbered, xml: { name: 'failure' } } } },
);

function render(reply: Reply) {
  const response = renderReply(reply, contract, operation, (schema) => schema);
  const { status, headers, body } = response;
  return { status, type: headers['content-type'], body };
}

const PROLOG = '<?xml version="1.0" encoding="UTF-8"?>\n';

describe('renderReply', () => {
  test.each<[fact: string, reply: Reply, text: string]>([
    ['writes JSON', { status: 200, mediaType: 'application/json', body: { a: [1] } }, '{"a":[1]}'],
    ['writes text as JSON too', { status: 200, mediaType: 'application/json', body: 'a' }, '"a"'],
    ['writes null as JSON', { status: 200, mediaType: 'application/json', body: null }, 'null'],
    ['writes no JSON without a value', { status: 200, mediaType: 'application/json' }, ''],
    ['writes text as it is', { status: 200, mediaType: 'text/plain', body: 'a' }, 'a'],
    [
      'writes a value in place of text as JSON',
      { status: 200, mediaType: 'text/plain', body: [1] },
      '[1]',
    ],
    [
      'writes XML text as it is',
      { status: 200, mediaType: 'application/xml', body: '<a/>' },
      '<a/>',
    ],
    [
      'writes XML by the schema of the response',
      { status: 200, mediaType: 'application/xml', body: { id: '1' } },
      `${PROLOG}<thing id="1"/>`,
    ],
    [
      'writes XML by the component that the reply names',
      { status: 200, mediaType: 'application/xml', body: { id: '1' }, schema: 'Failure' },
      `${PROLOG}<failure id="1"/>`,
    ],
  ])('%s', (_fact, reply, text) => {
    expect(String(render(reply).body).trimEnd()).toBe(text);
  });

  test('writes XML by a named component where no operation was matched', () => {
    const reply = { status: 404, mediaType: 'text/xml', body: { id: '1' }, schema: 'Failure' };
    const response = renderReply(reply, contract, undefined, (schema) => schema);
    expect(String(response.body)).toContain('<failure id="1"/>');
  });

  test('sends status, headers and media type', () => {
    const reply = { status: 418, headers: { allow: 'GET' }, mediaType: 'text/plain', body: 'a' };
    const { status, headers } = renderReply(reply, contract, operation, (schema) => schema);
    expect([status, headers.allow, headers['content-type']]).toEqual([418, 'GET', 'text/plain']);
  });

  test('sends the fields that headers have each time, frozen or not', () => {
    const headersOf = (headers: Readonly<Record<string, string>>, mediaType?: string) =>
      renderReply(
        { status: 200, headers, ...(mediaType && { mediaType }) },
        contract,
        operation,
        (x) => x,
      ).headers;
    const changing: Record<string, string> = { 'X-Count': '1' };
    expect(headersOf(changing)).toEqual({ 'x-count': '1' });
    changing['X-Count'] = '2';
    expect(headersOf(changing)).toEqual({ 'x-count': '2' });
    const frozen = Object.freeze({ 'X-A': 'b' });
    expect(headersOf(frozen)).toEqual({ 'x-a': 'b' });
    expect(headersOf(frozen)).toEqual({ 'x-a': 'b' });
    expect(headersOf(frozen, 'text/plain')).toEqual({ 'x-a': 'b', 'content-type': 'text/plain' });
    expect(headersOf(Object.freeze({}))).toEqual({});
  });

  test('sends neither body nor media type where the reply has none', () => {
    expect(render({ status: 500 })).toEqual({ status: 500, type: undefined, body: undefined });
  });

  test.each([204, 205, 304])('sends no body with %d, which cannot have one', (status) => {
    const reply = { status, mediaType: 'text/plain', body: 'a' };
    expect(render(reply)).toEqual({ status, type: undefined, body: undefined });
  });

  test.each([
    ['é€', Buffer.from('"é€"')],
    ['e', undefined],
  ])('encodes %s if it is not ASCII', (body, bytes) => {
    const reply = { status: 200, mediaType: 'application/json', body };
    const response = renderReply(reply, contract, operation, (schema) => schema);
    expect([response.body, response.bytes]).toEqual([`"${body}"`, bytes]);
  });
});
