import { expect, test } from 'vitest';
import { placeApi } from '../../src/apis/load-project.ts';
import { contractWith } from '../support/test-contract.ts';

test.each<[mount: string | false | undefined, basePath: string, site: string, mount: string]>([
  [undefined, '', '/notes', '/notes'],
  [undefined, '/v2', '/notes', '/notes/v2'],
  // What is mounted as a whole begins with the provider's host.
  ['/my/v2', '/v2', '/my', '/my/v2'],
  ['/my', '/v2', '/my', '/my'],
  ['/my', '', '/my', '/my'],
  ['/v2', '/v2', '', '/v2'],
  ['', '/v2', '', ''],
])('placeApi serves an API of the mount %j and the path %j of its server', (...row) => {
  const [given, basePath, site, mount] = row;
  const contract = { ...contractWith({}).contract, basePath };
  expect(placeApi({ name: 'notes', mount: given }, contract)).toEqual({ site, mount });
});
