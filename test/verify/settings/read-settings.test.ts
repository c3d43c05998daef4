import { describe, expect, test } from 'vitest';
import { readSettings } from '../../../src/verify/settings/read-settings.ts';

const ENV = { HOST: 'a.test', TOKEN: 's3', EMPTY: '' };
const variable = (name: string) => `\${${name}}`;

describe('readSettings', () => {
  test('fills in the environment, wherever a text stands', () => {
    const written = {
      url: `https://${variable('HOST')}/${variable('HOST')}`,
      write: true,
      headers: { 'X-Key': variable('TOKEN') },
      set: { id: 17 },
      signIn: {
        operation: 'signIn',
        body: { list: [variable('TOKEN'), 1, null] },
        token: '/token',
        credential: 'bearer',
      },
    };
    expect(readSettings('notes', written, ENV)).toEqual({
      url: 'https://a.test/a.test',
      write: true,
      headers: { 'X-Key': 's3' },
      set: { id: '17' },
      signIn: {
        operation: 'signIn',
        body: { list: ['s3', 1, null] },
        token: '/token',
        credential: 'bearer',
      },
    });
  });

  test('has nothing where nothing is written', () => {
    expect(readSettings('notes', undefined, ENV)).toEqual({});
  });

  test('leaves alone what is no variable', () => {
    const url = `http://$HOST/${variable('1')}/${variable('')}`;
    expect(readSettings('notes', { url }, ENV).url).toBe(url);
  });

  test.for<[object, string]>([
    [
      { url: variable('NONE') },
      'verify of notes: expected the environment variable NONE to be set',
    ],
    [{ url: variable('EMPTY') }, 'expected the environment variable EMPTY to be set, found none'],
    [{ url: 1 }, 'apis.notes.x-share-contracts.verify.url: '],
    [{ write: 'yes' }, 'verify.write: '],
    [{ header: {} }, 'Unrecognized key: "header"'],
    [
      { signIn: { operation: 'a', token: 'token', credential: 'b' } },
      'verify.signIn.token: expected a JSON Pointer',
    ],
  ])('refuses %j', ([written, message]) => {
    expect(() => readSettings('notes', { ...written }, ENV)).toThrow(
      expect.objectContaining({ name: 'SettingsError', message: expect.stringContaining(message) }),
    );
  });
});
