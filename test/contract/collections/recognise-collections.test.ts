import { describe, expect, test } from 'vitest';
import { recogniseCollections } from '../../../src/contract/collections/recognise-collections.ts';
import { summarise } from '../../../src/contract/collections/summarise.ts';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import {
  ARTICLES,
  CUSTOMERS,
  ISSUES,
  PETS,
  SECRETS,
  TODOS,
} from '../../mock/collections/documents.ts';
import { contractFromYaml } from '../../support/contract-from-yaml.ts';

async function recognise(yaml: string) {
  return recogniseCollections(await contractFromYaml(yaml));
}

/** Contract of one collection, whose items have some members, in JSON. */
function itemsAt(path: string, variable: string, members: string, type = 'string'): string {
  const item = `{ type: object, properties: { ${members} } }`;
  const answer = (schema: string) =>
    `responses: { "200": { description: x., content: { application/json: { schema: ${schema} } } } }`;
  return `
paths:
  ${path}:
    get: { ${answer(`{ type: array, items: ${item} }`)} }
    post: { requestBody: { content: { application/json: { schema: ${item} } } }, ${answer(item)} }
  ${path}/{${variable}}:
    get: { parameters: [{ name: ${variable}, in: path, required: true, schema: { type: ${type} } }], ${answer(item)} }
`;
}

describe('recogniseCollections', () => {
  test.each([
    ['a plain array', TODOS, ['todos /todos id: list create show replace change remove']],
    ['JSON:API', ARTICLES, ['articles /articles id: list create show change remove']],
    ['forms', CUSTOMERS, ['customers /v1/customers id: list create show change remove']],
    ['pets', PETS, ['pet /pet id: create show change remove replace list']],
    [
      'nested items',
      ISSUES,
      [
        'issues /repos/{owner}/{repo}/issues number: list create show change remove',
        'comments /repos/{owner}/{repo}/issues/{issue_number}/comments id: list create',
      ],
    ],
    ['items that are put', SECRETS, ['secrets /secrets name: list show replace remove']],
    ['no paths', 'paths: {}', []],
  ])('recognises %s', async (_, yaml, expected) => {
    const found = (await recognise(yaml)).map(summarise);
    expect(
      found.map(({ name, path, key, roles }) => `${name} ${path} ${key}: ${roles.join(' ')}`),
    ).toEqual(expected);
  });

  test.each([
    ['petId', 'id: { type: integer }, name: { type: string }', 'integer', 'id'],
    ['username', 'id: { type: integer }, username: { type: string }', 'string', 'username'],
    ['pet_slug', 'id: { type: integer }, slug: { type: string }', 'string', 'slug'],
    ['pet', 'name: { type: string }, color: { type: string }', 'string', 'name'],
    ['id', 'petId: { type: string }, name: { type: string }', 'string', 'petId'],
    ['key_id', 'id: { type: integer }, key_id: { type: string }', 'integer', 'id'],
    [
      'name',
      'metadata: { type: object, properties: { name: { type: string } } }',
      'string',
      'metadata.name',
    ],
    ['thing', 'color: { type: string }', 'string', 'thing'],
  ])('finds for {%s} of items with %s (%s) the key %s', async (variable, members, type, key) => {
    const [found] = await recognise(itemsAt('/pets', variable, members, type));
    expect(found?.key.join('.')).toBe(key);
  });

  test('reads which parameters filter, sort and page', async () => {
    const [todos] = await recognise(TODOS);
    const list = todos?.operations.find(({ role }) => role === 'list');
    expect(list?.query).toEqual({
      filters: [
        { parameter: 'done', member: 'done' },
        { parameter: 'title', member: 'title' },
      ],
      sort: 'sort',
      page: { parameter: 'page', fallback: undefined },
      size: { parameter: 'per_page', fallback: 3 },
    });
  });

  test.each([
    [
      'a search and a login',
      '/search: { get: { responses: { "200": { description: x. } } } }\n  /login: { post: { responses: { "200": { description: x. } } } }',
    ],
    [
      'one item alone',
      '/me/{id}: { get: { parameters: [{ name: id, in: path, required: true, schema: {} }], responses: { "200": { description: x. } } } }',
    ],
  ])('leaves %s alone', async (_, paths) => {
    expect(await recognise(`paths:\n  ${paths}`)).toEqual([]);
  });

  test.each([
    'notes-2.0.json',
    'notes-3.0.yaml',
    'shop-2.0.yaml',
    'shop-3.0.yaml',
    'shop.postman.json',
  ])('reads %s', async (file) => {
    const contract = await loadContract(`test/support/foreign/${file}`, { onFlaws: () => {} });
    for (const { key, operations } of recogniseCollections(contract)) {
      expect(key.length).toBeGreaterThan(0);
      expect(operations.length).toBeGreaterThan(0);
    }
  });
});
