import { describe, expect, test } from 'vitest';
import { listServers } from '../../../src/contract/model/list-servers.ts';

const STAGES = { default: 'live', enum: ['live', 'test'] };

describe('listServers', () => {
  test.each<[what: string, servers: unknown, expected: string[]]>([
    ['no servers', undefined, []],
    ['what is no list', { url: 'https://a.test' }, []],
    ['what is no server', [null, 'https://a.test', {}, { url: 1 }], []],
    ['a URL', [{ url: 'https://a.test/v1/' }], ['https://a.test/v1']],
    ['a URL of another spelling', [{ url: 'HTTPS://A.test:443' }], ['https://a.test']],
    [
      'the same URL twice',
      [{ url: 'http://a.test' }, { url: 'http://a.test/' }],
      ['http://a.test'],
    ],
    ['relative URLs', [{ url: '/v1' }, { url: './' }], []],
    ['URLs of other schemes', [{ url: 'ws://a.test' }, { url: 'file:///a' }], []],
    [
      'each value of a variable',
      [{ url: 'https://{stage}.a.test', variables: { stage: STAGES } }],
      ['https://live.a.test', 'https://test.a.test'],
    ],
    [
      'each combination of values',
      [
        {
          url: 'https://{stage}.a.test/{stage}/{v}',
          variables: { stage: STAGES, v: { default: 2 } },
        },
      ],
      ['https://live.a.test/live/2', 'https://test.a.test/test/2'],
    ],
    [
      'a variable that is the origin',
      [{ url: '{origin}/api', variables: { origin: { default: 'http://localhost:5212' } } }],
      ['http://localhost:5212/api'],
    ],
    ['a variable without a default', [{ url: 'https://{a}.test' }], []],
    [
      'a variable that every object has',
      [{ url: 'https://{constructor}.test', variables: {} }],
      [],
    ],
  ])('lists %s', (_what, servers, expected) => {
    expect(listServers({ servers })).toEqual(expected);
  });

  test('ends where values multiply', () => {
    const names = ['a', 'b', 'c', 'd'];
    const values = Array.from({ length: 500 }, (_, index) => `v${index}`);
    const variables = Object.fromEntries(
      names.map((name) => [name, { default: 'v0', enum: values }]),
    );
    const url = `https://${names.map((name) => `{${name}}`).join('.')}.test`;
    expect(listServers({ servers: [{ url, variables }] })).toHaveLength(100);
  });
});
