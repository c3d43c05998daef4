import { readdir } from 'node:fs/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { findShortfalls, readMinimum } from '../../src/testing/coverage/minimum.ts';
import {
  type Coverage,
  createMock,
  findUnhandled,
  formatCoverage,
  mergeCoverage,
  type OperationCoverage,
  type TestSandbox,
  writeCoverage,
} from '../../src/testing/index.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { writeNotesProject } from './notes-project.ts';
import { CLASSES, MET } from './sample-coverage.ts';

const project = await writeNotesProject();
afterAll(() => project[Symbol.asyncDispose]());
const notes = await createMock({ project: project.folder, coverage: true });

async function ask({ url, fetch }: TestSandbox, path: string, headers = {}): Promise<number> {
  const { status } = await fetch(`${url('notes')}${path}`, { headers });
  return status;
}

async function create({ url, fetch }: TestSandbox, body: unknown, headers = {}): Promise<number> {
  const { status } = await fetch(`${url('notes')}/notes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return status;
}

const NONE_BROKEN = {
  'body required': 0,
  'body syntax': 0,
  'body mediaType': 0,
  'body type': 0,
  'body /text required': 0,
  'body /text type': 0,
};

function of(coverage: Coverage, name: string) {
  return coverage.find(({ operation }) => operation === name);
}

describe('coverage of a sandbox', () => {
  test('has what the contract has, and how often it was met', async () => {
    using own = notes.sandbox();
    expect(of(own.coverage(), 'createNote')).toEqual({
      api: 'notes',
      operation: 'createNote',
      statuses: { '201': 0, '4XX': 0 },
      inClasses: {},
      undocumented: {},
      codes: { too_long: 0, taken: 0 },
      otherCodes: {},
      examples: { '4XX too-long': 0, '4XX taken': 0 },
      parameters: {},
      constraints: NONE_BROKEN,
    });
    await create(own, { text: 'Three.' });
    await create(own, { text: 'Four.' });
    await create(own, { text: 'Four.' }, { prefer: 'code=409, example=taken' });
    expect(of(own.coverage(), 'createNote')).toEqual({
      api: 'notes',
      operation: 'createNote',
      statuses: { '201': 2, '4XX': 1 },
      inClasses: { '409': 1 },
      undocumented: {},
      codes: { too_long: 0, taken: 1 },
      otherCodes: {},
      examples: { '4XX too-long': 0, '4XX taken': 1 },
      parameters: {},
      constraints: NONE_BROKEN,
    });
  });

  test('counts declared parameters that were sent', async () => {
    using own = notes.sandbox();
    await ask(own, '/notes/1?unknown=1');
    await ask(own, '/notes/99');
    expect(of(own.coverage(), 'getNote')?.parameters).toEqual({ 'path id': 2 });
    await using crego = await createMock({ apis: ['crego'], coverage: true });
    const headers = { authorization: 'Bearer x' };
    const url = `${crego.url('crego')}/documents/01JVVJNAVTB19FN3F7W1NHBPT6/shares/`;
    await crego.fetch(`${url}?page_size=1`, { headers });
    expect(of(crego.coverage(), 'listShares')?.parameters).toMatchObject({
      'path document_id': 1,
      'query page': 0,
      'query page_size': 1,
    });
  });

  test('counts rules that requests broke and were refused for', async () => {
    using own = notes.sandbox();
    await create(own, { text: 3 });
    await create(own, { text: null });
    await create(own, {});
    await create(own, 'text');
    await create(own, { text: 'A valid one.' });
    await ask(own, '/notes/one');
    await create(own, {}, { 'content-type': 'text/plain' });
    expect(of(own.coverage(), 'createNote')?.constraints).toEqual({
      'body required': 0,
      'body syntax': 0,
      'body mediaType': 1,
      'body type': 1,
      'body /text required': 1,
      'body /text type': 2,
    });
    expect(of(own.coverage(), 'getNote')?.constraints).toEqual({ 'path id type': 1 });
  });

  test('counts no rule of an answer that the mock itself could not give', async () => {
    using own = notes.sandbox();
    await create(own, { text: 'Three.' }, { prefer: 'code=299' });
    expect(of(own.coverage(), 'createNote')?.constraints).toEqual(NONE_BROKEN);
  });

  test('counts an example that the state equals, or that is asked for', async () => {
    using own = notes.sandbox();
    await ask(own, '/notes');
    await ask(own, '/notes?__example=none');
    await ask(own, '/notes', { Prefer: 'example="none"' });
    await create(own, { text: 'Three.' });
    await ask(own, '/notes');
    expect(of(own.coverage(), 'listNotes')).toMatchObject({
      statuses: { '200': 4 },
      examples: { '200 two': 1, '200 none': 2 },
    });
  });

  test('counts more requests than a journal keeps, also before a reset', async () => {
    using own = notes.sandbox();
    for (let number = 0; number < 250; number += 1) await ask(own, '/notes');
    own.reset();
    await ask(own, '/notes');
    expect(of(own.coverage(), 'listNotes')?.statuses).toEqual({ '200': 251 });
  });

  test('counts for the mock what sandboxes met that are gone', async () => {
    await using other = await createMock({ project: project.folder, coverage: true });
    const own = other.sandbox();
    await ask(own, '/notes/1');
    own.remove();
    await ask(other, '/notes/99');
    expect(of(other.coverage(), 'getNote')?.statuses).toEqual({ '200': 1, '404': 1 });
    expect(of(other.sandbox().coverage(), 'getNote')?.statuses).toEqual({ '200': 0, '404': 0 });
  });

  test('is empty where nobody asks for it', async () => {
    await using other = await createMock({ project: project.folder });
    await ask(other, '/notes');
    expect([other.coverage(), other.sandbox().coverage()]).toEqual([[], []]);
  });

  test('reads the codes of providers, wherever they stand in a body', async () => {
    await using own = await createMock({
      coverage: true,
      apis: ['craftkit', 'cloudreve', 'zoho-writer'],
    });
    const headers = { authorization: 'Bearer x' };
    await own.fetch(`${own.url('craftkit')}/v1/renders/none/shares`, { headers });
    await own.fetch(`${own.url('cloudreve')}/share/info/none`);
    for (const format of ['json', 'xml']) {
      await own.fetch(`${own.url('zoho-writer')}/api/private/${format}/incomingdocuments`);
    }
    const met = own.coverage().flatMap(({ operation, codes }) => {
      const counted = Object.entries(codes).filter(([, count]) => count > 0);
      return counted.map(([code]) => [operation, code]);
    });
    expect(met).toEqual([
      ['listShares', 'not_found'],
      ['getShareInfo', '40001'],
      ['listIncomingDocumentsJson', '1401'],
      ['listIncomingDocumentsXml', '1401'],
    ]);
  });
});

describe('coverage of classes, and beside a contract', () => {
  test('has the totals that the contract has', () => {
    expect(
      formatCoverage(CLASSES),
    ).toBe(`API    operation  calls  met              not met  codes   examples  parameters  constraints
notes  putNote        5  200 4XX default  -        1 of 1  -         -           -
notes  listNotes      3  -                200      -       -         -           -
Not documented of notes listNotes: 418, 500.
Met 2 of 2 operations, 3 of 4 statuses, 1 of 1 error codes.`);
    const [merged] = mergeCoverage([]).concat(CLASSES);
    expect(merged).toEqual(CLASSES[0]);
  });

  test.for<[handle: string, isHandled: boolean]>([
    ['notes putNote 4XX', true],
    ['notes putNote 409', true],
    ['notes putNote 410', false],
    ['notes putNote 503', true],
    ['notes putNote 500', false],
    ['notes putNote odd', true],
    ['notes listNotes', true],
  ])('handles %j: %s', ([handle, isHandled]) => {
    expect(findUnhandled(CLASSES, [handle]).length).toBe(isHandled ? 0 : 1);
  });

  test('has no status that is not documented', () => {
    expect(() => findUnhandled(CLASSES, ['notes listNotes 418'])).toThrow('Known: 200.');
  });

  test('keeps a fault of the server apart where the contract has none', async () => {
    using own = notes.sandbox();
    own.faults.add({ api: 'notes', outcome: 'error' });
    await ask(own, '/notes');
    await create(own, { text: 'Three.' });
    for (const name of ['listNotes', 'createNote']) {
      const { statuses, undocumented } = of(own.coverage(), name) ?? {};
      expect(Object.keys(statuses ?? {})).not.toContain('500');
      expect(undocumented).toEqual({ '500': 1 });
    }
  });
});

describe('findUnhandled', () => {
  test.for<[handle: string, sentence: string | undefined]>([
    ['notes', undefined],
    ['notes listNotes', undefined],
    ['notes 200', undefined],
    ['notes listNotes 200', undefined],
    ['notes listNotes two', undefined],
    ['notes createNote', 'No test handles notes createNote.'],
    ['notes 409', 'No test handles notes 409 (createNote).'],
    ['notes 401', 'No test handles notes 401 (listNotes, createNote).'],
    ['notes listNotes 401', 'No test handles notes listNotes 401.'],
    ['notes taken', 'No test handles notes taken (createNote).'],
    ['notes listNotes none', 'No test handles notes listNotes none.'],
    ['notes listNotes query page', undefined],
    ['notes query size', 'No test handles notes query size (listNotes).'],
    [
      'notes createNote body /text maxLength',
      'No test handles notes createNote body /text maxLength.',
    ],
  ])('of %j: %s', ([handle, sentence]) => {
    expect(findUnhandled(MET, [handle])).toEqual(sentence === undefined ? [] : [sentence]);
  });

  test.for<[handle: string, message: string]>([
    ['nots 409', 'handles "nots 409": Unknown API "nots". Known: notes. Did you mean "notes"?'],
    ['notes lisNotes', 'Did you mean "listNotes"?'],
    ['notes listNotes 500', 'Unknown operation, status or code "500". Known: 200, 401.'],
    ['notes __proto__', 'Unknown operation, status or code "__proto__".'],
    [
      'notes createNote body /text maxlength',
      'Unknown parameter or constraint "body /text maxlength". Known: body /text maxLength, body /text required. Did you mean "body /text maxLength"?',
    ],
  ])('refuses %j', ([handle, message]) => {
    expect(() => findUnhandled(MET, [handle])).toThrow(message);
  });
});

describe('files of coverage', () => {
  test('are added up, those of a folder as well', async () => {
    const folder = await makeFolder();
    writeCoverage(folder.at('one.json'), MET);
    writeCoverage(folder.at('deep/other.json'), MET);
    const merged = mergeCoverage([folder.at('one.json'), folder.at('deep')]);
    expect(merged.map(({ statuses }) => statuses['200'])).toEqual([6, undefined]);
    expect(mergeCoverage([folder.path])).toEqual(MET);
  });

  test('are written when a mock closes, one of each', async () => {
    const folder = await makeFolder();
    for (let number = 0; number < 2; number += 1) {
      await using mock = await createMock({ project: project.folder, coverage: folder.at('met') });
      await ask(mock, '/notes');
      mock.writeCoverage();
    }
    expect(await readdir(folder.at('met'))).toHaveLength(2);
    expect(of(mergeCoverage([folder.at('met')]), 'listNotes')?.statuses).toEqual({ '200': 2 });
  });

  test.for<[what: string, text: string, reason: string]>([
    ['no JSON', '{', 'JSON'],
    [
      'another version',
      '{"version":1}',
      '#/version: expected 2, found 1. Run the tests again with this version of share-contracts.',
    ],
    ['no operations', '{"version":2}', '#/operations: expected a list, found nothing.'],
    [
      'a count that is none',
      '{"version":2,"operations":[{"api":"a","operation":"b","statuses":{"200":-1}}]}',
      '#/operations/0/statuses/200: expected a whole number of at least 0, found -1.',
    ],
  ])('are refused with %s', async ([, text, reason]) => {
    const folder = await makeFolder();
    const file = await folder.write('met.json', text);
    expect(() => mergeCoverage([file])).toThrow(`${file}: expected a file of coverage`);
    expect(() => mergeCoverage([file])).toThrow(reason);
  });

  test('count once, however often they are named', async () => {
    const folder = await makeFolder();
    writeCoverage(folder.at('one.json'), MET);
    expect(mergeCoverage([folder.path, folder.at('one.json'), folder.path])).toEqual(MET);
  });

  test('are refused where there are none, unless a run may have none', async () => {
    const folder = await makeFolder();
    expect(() => mergeCoverage([folder.path])).toThrow('found no .json file in it');
    expect(mergeCoverage([folder.path], { allowsNone: true })).toEqual([]);
    const file = await folder.write('empty.json', '{"version":2,"operations":[]}');
    expect(() => mergeCoverage([file], { allowsNone: true })).toThrow(
      `${file}: expected coverage of an operation, found none.`,
    );
  });

  const [list, create] = MET;
  test.for<[what: string, coverage: (OperationCoverage | undefined)[], difference: string]>([
    ['an operation fewer', [list], 'it lacks createNote. '],
    [
      'another operation',
      [list, create, list && { ...list, operation: 'getNote' }],
      'it has getNote, which one.json has not. ',
    ],
    [
      'another status',
      [list, create && { ...create, statuses: { '201': 0, '401': 0, '410': 1 } }],
      'it lacks createNote: status 409; it has createNote: status 410, which one.json has not. ',
    ],
    [
      'many other rules',
      [
        list && {
          ...list,
          constraints: Object.fromEntries('abcdefg'.split('').map((name) => [name, 0])),
        },
        create,
      ],
      'listNotes: constraint e and 2 other differences, which one.json has not. ',
    ],
  ])('are refused beside those of a contract with %s', async ([, coverage, difference]) => {
    const folder = await makeFolder();
    writeCoverage(folder.at('one.json'), MET);
    writeCoverage(
      folder.at('other.json'),
      coverage.filter((one) => one !== undefined),
    );
    expect(() => mergeCoverage([folder.path])).toThrow(
      `${folder.at('other.json')}: expected coverage of the contract of notes as`,
    );
    expect(() => mergeCoverage([folder.path])).toThrow(
      difference.replaceAll('one.json', folder.at('one.json')),
    );
  });

  test('may be of one API each', async () => {
    const folder = await makeFolder();
    writeCoverage(folder.at('one.json'), MET);
    writeCoverage(
      folder.at('other.json'),
      MET.map((one) => ({ ...one, api: 'others' })),
    );
    expect(mergeCoverage([folder.path])).toHaveLength(4);
  });
});

describe('minimum of coverage', () => {
  test.for<[text: string, minimum: object]>([
    [
      '80',
      { operations: 80, statuses: 80, codes: 80, examples: 80, parameters: 80, constraints: 80 },
    ],
    ['statuses=80, operations=99.5', { statuses: 80, operations: 99.5 }],
    [
      'constraints=0,50',
      { operations: 50, statuses: 50, codes: 50, examples: 50, parameters: 50, constraints: 0 },
    ],
  ])('%j', ([text, minimum]) => {
    expect(readMinimum(text)).toEqual(minimum);
  });

  test.for<[text: string, message: string]>([
    ['', 'Expected a percentage from 0 to 100'],
    ['101', 'found "101"'],
    ['80%', 'found "80%"'],
    ['80,90', 'found "80,90"'],
    ['statuses=', 'found "statuses="'],
    ['status=80', 'Unknown kind "status". Known: operations, statuses, codes'],
    ['statuses=1,statuses=2', 'found statuses twice'],
    ['__proto__=1', 'Unknown kind "__proto__".'],
  ])('is refused as %j', ([text, message]) => {
    expect(() => readMinimum(text)).toThrow(message);
  });

  test('is kept by exactly as much, and by what the contracts do not have', () => {
    expect(findShortfalls(MET, { operations: 50, statuses: 20 })).toEqual([]);
    expect(findShortfalls(CLASSES, { examples: 100 })).toEqual([]);
    expect(findShortfalls(MET, { operations: 50.1, statuses: 20.1 })).toEqual([
      'Expected at least 50.1 % of operations, found 50 % (1 of 2).',
      'Expected at least 20.1 % of statuses, found 20 % (1 of 5).',
    ]);
  });
});

test('formatCoverage shows what was met and what was not', () => {
  expect(formatCoverage(MET)).toBe(
    `API    operation  calls  met  not met  codes  examples  parameters  constraints
notes  listNotes      3  200  401      -      1 of 2    1 of 2      0 of 1
Not called of notes: createNote.
Met 1 of 2 operations, 1 of 5 statuses, 0 of 1 error codes, 1 of 2 examples, 1 of 2 parameters, 0 of 3 constraints.`,
  );
  expect(formatCoverage([])).toBe('No mock has counted what tests met.');
});
