import { describe, expect, test } from 'vitest';
import { recogniseCollections } from '../../../src/contract/collections/recognise-collections.ts';
import { createKnownIds, readKey } from '../../../src/verify/session/known-ids.ts';
import { contractOf, firstOf } from '../../support/test-contract.ts';
import { thingsDocument } from '../things/things-document.ts';

const contract = contractOf(thingsDocument({ parent: '/boxes/{box}' }));
const [collection] = [firstOf(recogniseCollections(contract))];
const show = firstOf(contract.operations.filter(({ id }) => id === 'showThing'));

describe('createKnownIds', () => {
  test('knows nothing at first', () => {
    expect(createKnownIds({}).find(show, 'id')).toBeUndefined();
  });

  test('finds what was learned last, and the path that led to it', () => {
    const ids = createKnownIds({});
    ids.learn(collection, { box: 'b1' }, 't1', { id: 't1' });
    ids.learn(collection, { box: 'b2' }, 't2', { id: 't2' });
    expect([ids.find(show, 'id'), ids.find(show, 'box')]).toEqual(['t2', 'b2']);
  });

  test('forgets what is gone, but not what came after it', () => {
    const ids = createKnownIds({});
    ids.learn(collection, {}, 't1', {});
    ids.learn(collection, {}, 't2', {});
    ids.forget(collection, 't1');
    expect(ids.find(show, 'id')).toBe('t2');
    ids.forget(collection, 't2');
    expect(ids.find(show, 'id')).toBeUndefined();
  });

  test('takes a value that the user names before all others', () => {
    const ids = createKnownIds({ id: 'mine' });
    ids.learn(collection, {}, 't1', {});
    expect(ids.find(show, 'id')).toBe('mine');
  });

  test.for([
    ['thing_id', 't1'],
    ['thingId', 't1'],
    ['token', 'open'],
    ['other', undefined],
  ] as const)('finds %s by the name of a member or of a thing', ([name, value]) => {
    const ids = createKnownIds({});
    ids.learn(collection, {}, 't1', { id: 't1', token: 'open', other: { id: 1 } });
    expect(ids.find({ ...show, path: `/elsewhere/{${name}}` }, name)).toBe(value);
  });
});

describe('readKey', () => {
  test.for<[unknown, readonly string[], unknown]>([
    [{ id: 1 }, ['id'], 1],
    [{ data: { id: 'a' } }, ['data', 'id'], 'a'],
    [{ id: null }, ['id'], undefined],
    [{ id: {} }, ['id'], undefined],
    [{}, ['constructor'], undefined],
    ['text', ['length'], undefined],
  ])('of %j by %j', ([item, keys, key]) => {
    expect(readKey(item, keys)).toBe(key);
  });
});
