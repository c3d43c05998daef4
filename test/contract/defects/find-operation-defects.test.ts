import { describe, expect, test } from 'vitest';
import { findOperationDefects } from '../../../src/contract/defects/find-operation-defects.ts';
import { contractOf } from '../../support/test-contract.ts';

function find(item: object, section = 'paths'): string[] {
  return findOperationDefects(contractOf({ [section]: { '/a': item } })).map(
    ({ pointer, problem, remedy }) => `${pointer} ${problem}. ${remedy}`,
  );
}

const AT = '/paths/~1a/additionalOperations';

describe('a method of additionalOperations', () => {
  test.each(['COPY', 'LINK', 'M-SEARCH', 'PURGE'])('%s can be received', (method) => {
    expect(find({ additionalOperations: { [method]: {} } })).toEqual([]);
  });

  test.each([
    [
      'copy',
      `${AT}/copy expected a method that can be received, found "copy". Write it as it is sent: COPY.`,
    ],
    [
      'FROB',
      `${AT}/FROB expected a method that can be received, found "FROB". No request with it gets further than the HTTP parser of Node.`,
    ],
    [
      'CONNECT',
      `${AT}/CONNECT expected a method that can be received, found "CONNECT". No request with it gets further than the HTTP parser of Node.`,
    ],
    [
      'POST',
      `${AT}/POST expected a method without a member of its own, found "POST". Move it beside additionalOperations, as post.`,
    ],
  ])('%s is a defect', (method, line) => {
    expect(find({ additionalOperations: { [method]: {} } })).toEqual([line]);
  });

  test('is reported once where its path item is shared', () => {
    const shared = { $ref: '#/components/pathItems/A' };
    const document = {
      paths: { '/a': shared, '/b': shared },
      components: { pathItems: { A: { additionalOperations: { FROB: {} } } } },
    };
    expect(findOperationDefects(contractOf(document))).toMatchObject([
      { pointer: '/components/pathItems/A/additionalOperations/FROB' },
    ]);
  });

  test('of a webhook is sent by others', () => {
    expect(find({ additionalOperations: { FROB: {} } }, 'webhooks')).toEqual([]);
  });
});

describe('a querystring', () => {
  const whole = { name: 'q', in: 'querystring', content: { 'text/plain': {} } };
  const part = { name: 'p', in: 'query' };

  test('that is all of the query is no defect', () => {
    expect(find({ get: { parameters: [whole, { name: 'h', in: 'header' }] } })).toEqual([]);
  });

  test.each<[what: string, item: object, problem: string]>([
    [
      'beside a part of the query',
      { get: { parameters: [whole, part] } },
      'expected the querystring "q" to be all of the query, found "p" beside it',
    ],
    [
      'beside a part of the query of its path',
      { parameters: [part], get: { parameters: [whole] } },
      'expected the querystring "q" to be all of the query, found "p" beside it',
    ],
    [
      'beside another one',
      { get: { parameters: [whole, { ...whole, name: 'r' }] } },
      'expected the querystring "q" to be all of the query, found "r" beside it',
    ],
    [
      'without content',
      { get: { parameters: [{ name: 'q', in: 'querystring', schema: {} }] } },
      'expected "content" of the querystring "q", found none',
    ],
  ])('%s is a defect', (_what, item, problem) => {
    expect(find(item)).toEqual([expect.stringContaining(`/paths/~1a/get/parameters ${problem}.`)]);
  });
});
