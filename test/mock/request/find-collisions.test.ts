import { expect, test } from 'vitest';
import { findCollisions } from '../../../src/mock/request/find-collisions.ts';
import { contractOf } from '../../support/test-contract.ts';

const header = (name: string) => ({ parameters: [{ name, in: 'header', schema: {} }] });
const contract = contractOf({
  paths: {
    '/~{user}': { get: {} },
    '/%7Ehome/{file}': { get: {} },
    '/_mock': { get: {} },
    '/%5fmock/x': { get: {} },
    '/_mock2': { get: {} },
    '/{any}/x': { get: {} },
    '/a/~{user}': { get: header('X-Mock-Sandbox') },
    '/b': { get: header('x-mock-scenario'), put: header('X-Mock-Other') },
    '/docs': { get: {} },
    '/': { get: {} },
  },
});
const DEFAULTS = { controlPath: '/_mock', namedSandboxes: true };
const SANDBOX_PATHS = ['sandbox-path /~{user}', 'sandbox-path /%7Ehome/{file}'];
const CONTROL_PATHS = ['control-path /_mock', 'control-path /%5fmock/x'];
const HEADERS = ['header X-Mock-Sandbox', 'header x-mock-scenario'];

test.each([
  ['at the root', '', DEFAULTS, [...SANDBOX_PATHS, ...CONTROL_PATHS, ...HEADERS]],
  ['below a name', '/name', DEFAULTS, HEADERS],
  ['without sandboxes', '', { ...DEFAULTS, namedSandboxes: false }, CONTROL_PATHS],
  ['with a control path', '', { ...DEFAULTS, controlPath: '/__c' }, [...SANDBOX_PATHS, ...HEADERS]],
  [
    'in the way of its control path',
    '/api',
    { ...DEFAULTS, controlPath: '/api/b' },
    [...HEADERS, 'control-path /api/b', 'control-path /api/b'],
  ],
  ['without control API', '', { controlPath: undefined, namedSandboxes: false }, []],
])('an API %s collides with what the server keeps for itself', (_, mount, own, expected) => {
  const found = findCollisions({ mount, contract }, own).map(
    ({ kind, found }) => `${kind} ${found}`,
  );
  expect(found.toSorted()).toEqual(expected.toSorted());
});
