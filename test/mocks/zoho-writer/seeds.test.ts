import { describe, expect, test } from 'vitest';
import { behaviour } from '../../../mocks/zoho-writer/behaviour.ts';
import { loadProject } from '../../../src/apis/load-project.ts';
import { createSchemaValidator } from '../../../src/contract/validate/schema-validator.ts';
import { createMock } from '../../../src/mock/create-mock.ts';
import { toStatefulApi } from '../../../src/mock/request/stateful-api.ts';
import { createSandboxes } from '../../../src/mock/state/sandboxes.ts';
import {
  FORM,
  LAPTOPS,
  OTHER,
  RESUME,
  SEARCH,
  type Tell,
  tellThrough,
  WELCOME,
} from './account.ts';

const apis = (await loadProject()).filter(({ name }) => name === 'zoho-writer');
const ORIGIN = 'http://mock.test/zoho-writer';

/** Account in a sandbox that one of the seeds has filled, at an instant in milliseconds. */
function openSeeded(seed: string, clock?: number): Tell {
  const mock = createMock({
    apis,
    sandboxes: { clock, scenario: seed },
    settings: { closedWorld: true, strictAuth: false, credentials: new Set() },
  });
  return tellThrough(async (request, { headers, body }) => {
    const [method = '', target = ''] = request.split(' ');
    const init = { method, headers, ...(body !== undefined && { body }) };
    const response = await mock.fetch(new Request(ORIGIN + target, init));
    return { status: response.status, body: await response.json() };
  });
}

/** Violations of the tables' schemas by the rows of a seed, and the number of rows. */
function checkRows(seed: string) {
  const sandbox = createSandboxes({ clock: 'now' }).open('default');
  const checked = apis.flatMap(({ name, contract }) => {
    const api = toStatefulApi({ name, contract, behaviour });
    const tables = api === undefined ? {} : sandbox.open(api, seed).tables;
    return Object.entries(behaviour.tables).flatMap(([table, { schema }]) => {
      const document = { ...contract.document, 'x-row': schema };
      const validate = createSchemaValidator({ file: contract.file, document });
      const place = { pointer: '/x-row', schema: schema ?? false };
      return (tables[table]?.rows() ?? []).map((row) => validate(place, row, 'body'));
    });
  });
  return { rows: checked.length, violations: checked.flat() };
}

/** Sizes of what the caller sees, the first page of each list. */
async function measure(tell: Tell) {
  const [sharedto = ''] = (await tell('json', `/share/${SEARCH}`)).texts('sharedto');
  return {
    users: sharedto === '[]' ? 0 : sharedto.split(', ').length,
    count: (await tell('json', '/incomingdocuments/count')).texts('documentsCount'),
    incoming: (await tell('json', '/incomingdocuments')).texts('documentId').length,
    public: (await tell('json', '/publicdocuments')).texts('documentId').length,
  };
}

describe('zoho-writer seeds', () => {
  test.each([
    ['default', { users: 2, count: ['12'], incoming: 12, public: 2 }],
    ['empty', { users: 0, count: ['0'], incoming: 0, public: 0 }],
    ['one', { users: 1, count: ['1'], incoming: 1, public: 1 }],
    ['many', { users: 250, count: ['250'], incoming: 100, public: 100 }],
    ['public', { users: 2, count: ['12'], incoming: 12, public: 4 }],
  ])('%s gives the caller what it is named for', async (seed, sizes) => {
    expect(await measure(openSeeded(seed))).toEqual(sizes);
  });

  test.each(Object.keys(behaviour.seeds))('%s has the sample documents', async (seed) => {
    const tell = openSeeded(seed);
    for (const id of [SEARCH, FORM, LAPTOPS, RESUME]) {
      expect((await tell('json', `/info/${id}`)).status).toBe(200);
    }
    expect((await tell('json', `/info/${OTHER}`)).status).toBe(404);
  });

  test.each(Object.keys(behaviour.seeds))('%s has rows that keep the schemas', (seed) => {
    const { rows, violations } = checkRows(seed);
    expect(rows).toBeGreaterThan(3);
    expect(violations).toEqual([]);
  });

  test.each(['incomingdocuments', 'publicdocuments'])(
    'many fills three pages of %s with different documents',
    async (path) => {
      const tell = openSeeded('many');
      const pages = [1, 101, 201].map(async (start) => {
        const told = await tell('json', `/${path}?start-from=${start}&limit=100`);
        return told.texts('document_name_url');
      });
      const names = (await Promise.all(pages)).flat();
      expect(names).toHaveLength(250);
      expect(new Set(names).size).toBe(250);
    },
  );

  test('public opens the documents that the samples share', async () => {
    const told = await openSeeded('public')('json', '/publicdocuments');
    expect(told.texts('documentId')).toEqual([RESUME, LAPTOPS, SEARCH, FORM]);
  });

  test('move the times of the samples to the start of the sandbox', async () => {
    const start = Date.parse('2030-01-01T00:00:00Z');
    const tell = openSeeded('default', start);
    const at = [String(start)];
    for (const id of [SEARCH, FORM, LAPTOPS, RESUME, WELCOME]) {
      expect((await tell('json', `/info/${id}`)).texts('created_date')).toEqual(at);
    }
    const first = await tell('json', '/incomingdocuments?limit=1');
    expect(first.texts('lastModifiedTime')).toEqual(at);
  });
});
