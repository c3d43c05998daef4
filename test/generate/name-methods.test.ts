import { describe, expect, test } from 'vitest';
import { nameMethods } from '../../src/generate/name-methods.ts';

describe('nameMethods', () => {
  test.each([
    ['listShares', 'listShares'],
    ['GetUser', 'GetUser'],
    ['list_pets', 'list_pets'],
    ['$count', '$count'],
    ['été', 'été'],
    ['delete', 'delete'],
    ['repos/list-for-org', 'reposListForOrg'],
    ['users.get', 'usersGet'],
    ['list-pets', 'listPets'],
    ['Get a share', 'getAShare'],
    ['2fa/enable', '_2faEnable'],
    ['///', '_'],
    ['', '_'],
    ['GET', 'GETOperation'],
    ['send', 'sendOperation'],
    ['baseUrl', 'baseUrlOperation'],
    ['then', 'thenOperation'],
    ['constructor', 'constructorOperation'],
    ['toString', 'toStringOperation'],
    ['to-string', 'toStringOperation'],
    ['__proto__', '__proto__Operation'],
  ])('makes of "%s" the method %s', (operationId, method) => {
    expect(nameMethods([operationId])).toEqual([method]);
  });

  test.each([
    ['numbers the later ones of the same name', ['a-b', 'a/b', 'a.b'], ['aB', 'aB2', 'aB3']],
    ['leaves an identifier as it is, wherever it stands', ['a-b', 'aB'], ['aB2', 'aB']],
    ['passes over a number that is taken', ['a-b', 'aB', 'aB2'], ['aB3', 'aB', 'aB2']],
    ['numbers an operationId that is there twice', ['show', 'show'], ['show', 'show2']],
    [
      'numbers what is taken by a client too',
      ['send', 'sendOperation'],
      ['sendOperation2', 'sendOperation'],
    ],
    ['tells names apart that differ in case alone', ['getA', 'geta'], ['getA', 'geta']],
  ])('%s', (_, operationIds, methods) => {
    expect(nameMethods(operationIds)).toEqual(methods);
  });
});
