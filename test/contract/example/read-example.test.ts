import { expect, test } from 'vitest';
import { readExample } from '../../../src/contract/example/read-example.ts';
import { contractOf } from '../../support/test-contract.ts';

const examples = { one: { value: { id: 1 } }, two: { value: { id: 2 } } };
const responses = { 200: { description: '', content: { 'application/json': { examples } } } };
const contract = contractOf({ paths: { '/x': { get: { operationId: 'getX', responses } } } });

test('readExample gives the value of an example by its operation and key', () => {
  expect(readExample(contract, 'getX', 'two')).toEqual({ id: 2 });
});

test.each([
  ['getX', 'three', 'responses of "getX" have no example "three". Known: one, two.'],
  ['getY', 'one', 'responses of "getY" have no example "one". Known: none.'],
])('readExample of %s %s says what is known', (operation, key, message) => {
  expect(() => readExample(contract, operation, key)).toThrow(message);
});
