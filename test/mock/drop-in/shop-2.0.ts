import type { Difference } from './difference.ts';

/** Requests of one line each that are answered just as Prism answers them. */
export const EQUAL_2_0 = `
GET /products
GET /products?limit=x
GET /products?limit=101
GET /products?tags=a,b
GET /products?tags=a,b,c
GET /products?ids=1&ids=2
GET /products?ids=1&ids=x
GET /v1/products
GET /products | accept: application/json
GET /products | accept: text/html
GET /products | prefer: code=400
POST /products | > {"id":1,"name":"a"}
POST /products | > {"id":0}
POST /products | > {"id":1,"name":"a","price":null}
POST /products | content-type: application/json
POST /products | content-type: text/plain | > x
GET /products/1
GET /products/x
GET /products/1 | accept: text/plain
GET /products/1 | accept: application/json
POST /upload | content-type: application/x-www-form-urlencoded | > title=abcdef&size=x
POST /upload | > {}
POST /labels | content-type: application/x-www-form-urlencoded | > tags=a
GET /secure/key
GET /secure/basic
GET /secure/oauth
GET /secure/key | x-key: k
GET /secure/basic | authorization: Basic YTpi
GET /secure/oauth | authorization: Bearer t
OPTIONS /products
PUT /products
GET /none
`;

/** Requests that are answered otherwise on purpose. */
export const DIFFERENT_2_0: readonly Difference[] = [
  {
    request: 'GET /products | accept: application/xml',
    why: 'XML has a declaration, and the names of the contract.',
    ours: { status: 200 },
  },
  {
    request: 'GET /products | prefer: code=401',
    why: 'The known statuses are listed.',
    ours: { status: 404 },
  },
  {
    request: 'GET /products | prefer: example=default',
    why: 'Examples without a name are called default, as in OpenAPI 3.',
    ours: { status: 200 },
  },
  {
    request: 'GET /products | prefer: example=application/json',
    why: 'Examples without a name are called default, as in OpenAPI 3.',
    ours: { status: 404 },
  },
  {
    request: 'GET /products/1 | prefer: code=404',
    why: 'Nothing has no type.',
    ours: { status: 404 },
  },
  {
    request: 'POST /upload | content-type: application/x-www-form-urlencoded | > title=a&size=1',
    why: 'Nothing has no type.',
    ours: { status: 204 },
  },
  {
    request: 'POST /upload | content-type: application/x-www-form-urlencoded',
    why: 'Nothing has no type.',
    ours: { status: 204 },
  },
  {
    request: 'POST /labels | content-type: application/x-www-form-urlencoded | > title=a',
    why: 'An optional list may be absent.',
    ours: { status: 200, body: 'string' },
  },
];
