import type { Difference } from './difference.ts';

/** Requests of one line each that are answered just as Prism answers them. */
export const EQUAL_POSTMAN = `
GET /products?page=2 | x-shop: south
GET /products?page=2 | x-shop: south | accept: text/csv
GET /products?page=2 | x-shop: south | accept: image/png
GET /products | x-shop: south
GET /products?page=2
GET /products/1
GET /products/1 | prefer: code=404
POST /products | > {"name":1}
POST /products | content-type: text/plain | > Cup
GET /account
GET /account | authorization: Bearer t
GET /account | authorization: Basic eDp4
GET /hook | authorization: Hawk id="x"
GET /nothing
PUT /products
GET /none
`;

/** Requests that are answered otherwise on purpose. */
export const DIFFERENT_POSTMAN: readonly Difference[] = [
  {
    request: 'GET /products/1 | prefer: example=Pen',
    why: 'A saved response is an example under its name.',
    ours: { status: 200 },
  },
  {
    request: 'POST /products | > {"name":"Cup"}',
    why: 'Nothing has no type.',
    ours: { status: 201 },
  },
  {
    request: 'GET /hook',
    why: 'A header of credentials is a security scheme.',
    ours: { status: 401 },
  },
];
