import type { Difference } from './difference.ts';

/** Requests of one line each that Prism and the mock answer alike where no example counts and violations are errors. */
export const EQUAL_SETTINGS = `
GET /products
GET /products | prefer: example=two
GET /products | accept: text/csv
GET /products?limit=x
GET /products?cursor=abc
GET /products/mine
GET /broken
GET /broken-header
GET /broken-header?old=1
GET /broken | prefer: example=id
GET /broken | prefer: example=name
GET /ranges
GET /old
GET /hal
GET /secure/bearer
POST /secure/declared?page=1
`;

/** Requests that are answered otherwise on purpose. */
export const DIFFERENT_SETTINGS: readonly Difference[] = [
  {
    request: 'POST /secure/declared',
    why: 'Credentials are checked before everything else.',
    ours: { status: 500 },
  },
  {
    request: 'GET /nested',
    why: 'An answer that is made from a schema keeps it.',
    ours: { status: 200 },
  },
];
