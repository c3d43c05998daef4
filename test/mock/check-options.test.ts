import { describe, expect, test } from 'vitest';
import { createMock, type MockOptions } from '../../src/mock/create-mock.ts';

const loadContract = () => Promise.reject(new Error('Nobody asks for it.'));
const settings = (...secrets: string[]) => ({
  settings: { closedWorld: false, strictAuth: true, credentials: new Set(secrets) },
});
const control = (more: object) => ({ control: { loadContract, ...more } });

describe('createMock', () => {
  test.each<[option: string, found: string, options: Partial<MockOptions>]>([
    ['control.token', 'an empty text, by which anybody', control({ token: '' })],
    ['control.token', 'an empty text, by which anybody', control({ token: ' \t' })],
    ['control.token', 'spaces, line breaks or', control({ token: 'a b' })],
    ['control.token', 'characters beyond ASCII', control({ token: 'sécret' })],
    ['control.token', 'more than 4096 characters', control({ token: 'a'.repeat(5000) })],
    ['control.path', 'found ""', control({ path: '' })],
    ['control.path', 'found "/"', control({ path: '/' })],
    ['control.origins', 'a control token', control({ origins: ['http://localhost:5173'] })],
    ['control.origins', 'found "*"', control({ token: 'secret', origins: ['http://a.test', '*'] })],
    ['settings.credentials', 'an empty text', settings('a', '')],
    ['settings.credentials', 'an empty text', settings(' ')],
    ['bodyLimit', 'NaN', { bodyLimit: Number.NaN }],
    ['bodyLimit', '-1', { bodyLimit: -1 }],
    ['bodyLimit', 'Infinity', { bodyLimit: Number.POSITIVE_INFINITY }],
    ['sandboxes.limit', 'NaN', { sandboxes: { limit: Number.NaN } }],
    ['sandboxes.rowLimit', 'NaN', { sandboxes: { rowLimit: Number.NaN } }],
  ])('refuses %s that guards nothing: %s', (option, found, options) => {
    const create = () => createMock({ apis: [], ...options });
    expect(create).toThrow(`${option}: expected `);
    expect(create).toThrow(found);
  });

  test('quotes no token that it refuses', () => {
    expect(() => createMock({ ...control({ token: 'hunter 2' }) })).not.toThrow('hunter');
  });

  test.each<Partial<MockOptions>>([
    {},
    control({ token: 'secret', path: '/__mock', origins: ['http://localhost:5173'] }),
    control({ origins: [] }),
    settings('a'),
    settings(),
    { bodyLimit: 0, sandboxes: { limit: 0, rowLimit: 0 } },
  ])('takes %j', (options) => {
    expect(() => createMock({ apis: [], ...options })).not.toThrow();
  });
});
