import { expect, test } from 'vitest';
import { findHidden } from '../../../src/contract/match/find-hidden.ts';
import { contractOf } from '../../support/test-contract.ts';

const body = (...types: string[]) => ({
  requestBody: { content: Object.fromEntries(types.map((type) => [type, {}])) },
});

test.each([
  ['names of parameters', { '/a/{x}': { get: {} }, '/a/{y}': { get: {} } }, ['get /a/{y}']],
  ['percent-encoding', { '/%7Ea': { get: {} }, '/~a': { get: {} } }, ['get /~a']],
  ['a fragment that is no parameter', { '/a': { get: {} }, '/a#b': { get: {} } }, ['get /a#b']],
  [
    'media types',
    { '/a': { put: body('a/b', 'a/c') }, '/a#b': { put: body('a/c') } },
    ['put /a#b'],
  ],
])('an operation that differs from another one in %s alone is hidden', (_, paths, hidden) => {
  expect(findHidden(contractOf({ paths })).map(({ operation }) => operation.id)).toEqual(hidden);
});

test.each([
  ['its method', { '/a/{x}': { get: {} }, '/a/{y}': { put: {} } }],
  ['literal text', { '/a/{x}': { get: {} }, '/a/{x}:b': { get: {} }, '/a/b': { get: {} } }],
  ['several segments', { '/a/{x}': { get: {} }, '/a/{+y}': { get: {} } }],
  ['a query', { '/a': { get: {} }, '/a?b=1': { get: {} }, '/a?b=2': { get: {} } }],
  ['a media type', { '/a': { put: body('a/b') }, '/a#b': { put: body('a/c') } }],
  [
    'a declared parameter of its fragment',
    {
      '/a': { get: {} },
      '/a#b': { get: { parameters: [{ name: 'b', in: 'query', schema: {} }] } },
    },
  ],
])('an operation is not hidden if it has %s', (_, paths) => {
  expect(findHidden(contractOf({ paths }))).toEqual([]);
});
