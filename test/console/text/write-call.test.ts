import { describe, expect, test } from 'vitest';
import { writeCall } from '../../../src/console/text/write-call.ts';
import type { JournalEntry } from '../../../src/generated/mock-control/types.ts';

const API = { url: 'http://127.0.0.1:4010/shop/v1' };

function entryOf(path: string, body: string | null = null): JournalEntry {
  return {
    id: 1,
    kind: 'request',
    at: '2026-01-01T00:00:00Z',
    api: 'shop',
    operation: 'showPet',
    method: 'GET',
    url: `http://127.0.0.1:4010${path}`,
    status: 200,
    milliseconds: 1,
    violations: [],
    request: { headers: [], body, size: 0, isCut: false },
    response: null,
  };
}

describe('writeCall', () => {
  test.each<[path: string, template: string, body: string | null, call: string]>([
    ['/shop/v1/pets', '/pets', null, 'await client.showPet();'],
    ['/~demo/shop/v1/pets/7', '/pets/{id}', null, "await client.showPet({ path: { id: '7' } });"],
    [
      '/shop/v1/a%20b/x.json',
      '/{id}/x.json',
      null,
      "await client.showPet({ path: { id: 'a b' } });",
    ],
    [
      "/shop/v1/pets?limit=5&tag=a&tag=007&q=it's",
      '/pets',
      null,
      "await client.showPet({ query: { limit: 5, tag: ['a', '007'], q: 'it\\'s' } });",
    ],
    [
      '/shop/v1/pets',
      '/pets',
      '{"name":"Rex","x-tags":[1,null,{"deep":true}],"note":"a long text that makes one line too long"}',
      [
        'await client.showPet({',
        '  body: {',
        "    name: 'Rex',",
        "    'x-tags': [1, null, { deep: true }],",
        "    note: 'a long text that makes one line too long',",
        '  },',
        '});',
      ].join('\n'),
    ],
    ['/shop/v1/pets', '/pets', 'plain', "await client.showPet({ body: 'plain' });"],
  ])('writes %s', (path, template, body, call) => {
    expect(writeCall(entryOf(path, body), API, { id: 'showPet', path: template })).toBe(call);
  });

  test('writes names that are no identifiers', () => {
    expect(writeCall(entryOf('/shop/v1/pets'), API, { id: 'show-pet', path: '/pets' })).toBe(
      "await client['show-pet']();",
    );
  });

  test.each(['/other/pets', '/shop/v1/pets/1/2'])('writes nothing for %s', (path) => {
    expect(writeCall(entryOf(path), API, { id: 'showPet', path: '/pets/{id}' })).toBeUndefined();
  });
});
