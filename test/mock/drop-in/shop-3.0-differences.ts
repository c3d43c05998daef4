import { expect } from 'vitest';
import type { Difference } from './difference.ts';

/** Requests that are answered otherwise on purpose. */
export const DIFFERENT_3_0: readonly Difference[] = [
  {
    request: 'POST /form | content-type: application/x-www-form-urlencoded',
    why: 'No bytes are a form without fields: it is a field that is missing, and not the body.',
    ours: { status: 422 },
  },
  {
    request: 'GET /products?limit=',
    why: 'Empty text is no integer; Prism takes it for absent.',
    ours: { status: 400 },
  },
  {
    request: 'GET /products | prefer: code=418',
    why: 'The known statuses are listed.',
    ours: { status: 404 },
  },
  {
    request: 'GET /products | prefer: example=zz',
    why: 'The known examples are listed.',
    ours: { status: 404 },
  },
  {
    request: 'GET /products?__example=zz',
    why: 'The known examples are listed.',
    ours: { status: 404 },
  },
  {
    request: 'GET /products?limit=x | prefer: code=400, example=no',
    why: 'The known examples are listed.',
    ours: { status: 404 },
  },
  {
    request: 'GET /products | prefer: code=200, example=zz',
    why: 'Prism crashes while it tries another status.',
    ours: { status: 404 },
  },
  {
    request: 'GET /products | prefer: code=1, dynamic=maybe',
    why: 'The first wrong preference is named alone.',
    ours: { status: 422 },
  },
  {
    request: 'GET /any | prefer: code=999',
    why: 'HTTP has statuses of up to 599; Prism refuses another one as unknown, or sends it for default.',
    ours: { status: 422 },
  },
  {
    request: 'GET /products | accept: image/png | prefer: code=503',
    why: 'Prism gives up the preferred status.',
    ours: { status: 406 },
  },
  {
    request: 'HEAD /products',
    why: 'GET answers HEAD as well, RFC 9110 section 9.1.',
    ours: { status: 200, body: '' },
  },
  {
    request: 'HEAD /products/1',
    why: 'An answer to HEAD has no body whose type could be wrong.',
    ours: { status: 200 },
  },
  {
    request: 'GET /any | accept: text/html',
    why: 'A range such as */* is narrowed to what the client accepts.',
    ours: { status: 200, body: 'any' },
  },
  { request: 'GET /products/', why: 'A path parameter is never empty.', ours: { status: 404 } },
  { request: 'GET /exports/.csv', why: 'A path parameter is never empty.', ours: { status: 404 } },
  {
    request: 'POST /products?notify=true | x-shop: a | > null',
    why: 'What was sent is named.',
    ours: { status: 422 },
  },
  {
    request: 'POST /products?notify=true | x-shop: a | > ""',
    why: 'What was sent is named.',
    ours: { status: 422 },
  },
  {
    request:
      'POST /products?notify=true | content-type: application/vnd.a+json | x-shop: a | > {"name":"a"}',
    why: 'Types with a suffix are types of their own, RFC 6838 section 4.2.8.',
    ours: { status: 415 },
  },
  {
    request: 'PATCH /products/1 | > {"name":"b"}',
    why: 'Types with a suffix are types of their own, RFC 6838 section 4.2.8.',
    ours: { status: 415 },
  },
  { request: 'DELETE /products/1 | x-key: k', why: 'Nothing has no type.', ours: { status: 204 } },
  {
    request: 'GET /account',
    why: 'A member that is only written is in no answer.',
    ours: { body: { name: 'string' } },
  },
  { request: 'GET /any', why: 'A range is not the type of an answer.', ours: { status: 200 } },
  { request: 'GET /ranges | prefer: code=204', why: 'Nothing has no type.', ours: { status: 204 } },
  { request: 'GET /empty', why: 'Nothing has no type.', ours: { status: 200 } },
  { request: 'GET /empty | prefer: example=a', why: 'Nothing has no type.', ours: { status: 200 } },
  { request: 'POST /empty', why: 'Nothing has no type.', ours: { status: 202 } },
  {
    request: 'POST /empty | > {"a":1}',
    why: 'A body that nobody described is not read.',
    ours: { status: 202 },
  },
  {
    request: 'GET /headers',
    why: 'Numbers and booleans are headers as well, and a text stays readable.',
    ours: {
      headers: {
        'access-control-allow-credentials': 'true',
        'access-control-allow-headers': '*',
        'access-control-allow-origin': 'https://shop.test',
        'content-type': 'application/json',
        'x-count': '0',
        'x-flag': 'false',
        'x-ratio': '0.5',
        'x-text': 'Grüße',
      },
    },
  },
  {
    request: 'GET /generated',
    why: 'Bytes are written in base64.',
    ours: { body: expect.objectContaining({ bytes: 'c3RyaW5n' }) },
  },
  {
    request: 'GET /text | accept: text/plain',
    why: 'An object is sent as JSON, whatever it is called.',
    ours: { status: 200, body: '{"name":"Chair"}' },
  },
  {
    request: 'GET /text | accept: application/xml',
    why: 'XML has a declaration; without a name in the contract the root is the same.',
    ours: { body: '<?xml version="1.0" encoding="UTF-8"?>\n<xml><name>Chair</name></xml>' },
  },
  {
    request: 'POST /bytes | > {"file":"%"}',
    why: 'What is not base64 is said once.',
    ours: { status: 422 },
  },
  {
    request: 'POST /rules | > {"one":"x"}',
    why: 'The branches say it all.',
    ours: { status: 422 },
  },
  {
    request: 'POST /rules | > {"any":"x"}',
    why: 'The branches say it all.',
    ours: { status: 422 },
  },
  {
    request: 'GET /secure/bearer | authorization: bearer t',
    why: 'Names of schemes have no case, RFC 9110 section 11.1.',
    ours: { status: 200 },
  },
  {
    request: 'GET /secure/basic | authorization: Basic x',
    why: 'A 401 has a challenge, RFC 9110 section 15.5.2.',
    ours: { status: 401 },
  },
  {
    request: 'GET /secure/digest | authorization: Digest username="a"',
    why: 'A 401 has a challenge, RFC 9110 section 15.5.2.',
    ours: { status: 401 },
  },
  {
    request: 'GET /secure/optional | authorization: Basic x',
    why: 'Whoever may be anonymous is not refused.',
    ours: { status: 200 },
  },
  {
    request: 'POST /secure/declared',
    why: 'Credentials are checked before everything else.',
    ours: { status: 401 },
  },
  {
    request: 'GET /nested',
    why: 'An answer that is made from a schema keeps it.',
    ours: { status: 200 },
  },
];
