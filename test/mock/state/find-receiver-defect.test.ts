import { describe, expect, test } from 'vitest';
import { findReceiverDefect } from '../../../src/mock/state/find-receiver-defect.ts';
import { createSandboxes } from '../../../src/mock/state/sandboxes.ts';

describe('findReceiverDefect', () => {
  test.each([
    'http://127.0.0.1:9000/hook?token=t',
    'https://a.test',
    'HTTPS://a.test/@user:password',
    'http://[::1]/',
  ])('takes %s', (url) => {
    expect(findReceiverDefect({ url, secret: 's' })).toBeUndefined();
  });

  test.each([
    ['http://user:hunter2@a.test/', 'no user and no password'],
    ['http://user@a.test/', 'no user and no password'],
    ['http://:hunter2@a.test/', 'no user and no password'],
    ['https:\\\\user:hunter2@a.test\\', 'no user and no password'],
    ['ht\ntps://user:hunter2@a.test', 'no user and no password'],
    ['ftp://a.test/', 'begin with http:// or https://'],
    ['/hook', 'must be absolute'],
    ['', 'must be absolute'],
  ])('refuses %j, and quotes no password', (url, message) => {
    const defect = findReceiverDefect({ url, secret: 's' });
    expect(defect).toContain(message);
    expect(defect).not.toContain('hunter2');
  });

  test.each(['', ' '])('refuses the secret %j', (secret) => {
    expect(findReceiverDefect({ url: 'http://a.test/', secret })).toContain('must not be blank');
  });
});

test('a sandbox takes no receiver that could get nothing, and keeps the one before', () => {
  const sandbox = createSandboxes().open('default');
  const receiver = { url: 'http://a.test/', secret: 's' };
  sandbox.webhook = receiver;
  expect(() => {
    sandbox.webhook = { url: 'http://user:pw@a.test/', secret: 's' };
  }).toThrow('no user and no password');
  expect(sandbox.webhook).toEqual(receiver);
  sandbox.webhook = undefined;
  expect(sandbox.webhook).toBeUndefined();
});
