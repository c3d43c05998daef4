import { readdir } from 'node:fs/promises';
import { afterAll, describe, expect, test } from 'vitest';
import {
  type Coverage,
  createMock,
  findUnhandled,
  formatCoverage,
  mergeCoverage,
  type TestSandbox,
  writeCoverage,
} from '../../src/testing/index.ts';
import { callProgram } from '../cli/call-program.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { writeNotesProject } from './notes-project.ts';

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
    });
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

const MET: Coverage = [
  {
    api: 'notes',
    operation: 'listNotes',
    statuses: { '200': 3, '401': 0 },
    inClasses: {},
    undocumented: {},
    codes: {},
    otherCodes: {},
    examples: { '200 two': 1, '200 none': 0 },
  },
  {
    api: 'notes',
    operation: 'createNote',
    statuses: { '201': 0, '401': 0, '409': 0 },
    inClasses: {},
    undocumented: {},
    codes: { taken: 0 },
    otherCodes: {},
    examples: {},
  },
];

/** An operation with classes, beside whose contract something came. */
const CLASSES: Coverage = [
  {
    api: 'notes',
    operation: 'putNote',
    statuses: { '200': 1, '4XX': 3, default: 1 },
    inClasses: { '404': 1, '409': 2, '503': 1 },
    undocumented: {},
    codes: { taken: 2 },
    otherCodes: { odd: 1 },
    examples: {},
  },
  {
    api: 'notes',
    operation: 'listNotes',
    statuses: { '200': 0 },
    inClasses: {},
    undocumented: { '418': 2, '500': 1 },
    codes: {},
    otherCodes: {},
    examples: {},
  },
];

describe('coverage of classes, and beside a contract', () => {
  test('has the totals that the contract has', () => {
    expect(
      formatCoverage(CLASSES),
    ).toBe(`API    operation  calls  met              not met  codes   examples
notes  putNote        5  200 4XX default  -        1 of 1  -
notes  listNotes      3  -                200      -       -
Not documented of notes listNotes: 418, 500.
Tests met 2 of 2 operations, 3 of 4 statuses, 1 of 1 error codes, 0 of 0 examples.`);
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
  ])('of %j: %s', ([handle, sentence]) => {
    expect(findUnhandled(MET, [handle])).toEqual(sentence === undefined ? [] : [sentence]);
  });

  test.for<[handle: string, message: string]>([
    ['nots 409', 'handles "nots 409": Unknown API "nots". Known: notes. Did you mean "notes"?'],
    ['notes lisNotes', 'Did you mean "listNotes"?'],
    ['notes listNotes 500', 'Unknown operation, status or code "500". Known: 200, 401.'],
    ['notes __proto__', 'Unknown operation, status or code "__proto__".'],
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
    ['another version', '{"version":1}', '#/version: expected 2, found 1.'],
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
});

test('formatCoverage shows what was met and what was not', () => {
  expect(formatCoverage(MET)).toBe(
    `API    operation  calls  met  not met  codes  examples
notes  listNotes      3  200  401      -      1 of 2
Not called of notes: createNote.
Tests met 1 of 2 operations, 1 of 5 statuses, 0 of 1 error codes, 1 of 2 examples.`,
  );
  expect(formatCoverage([])).toBe('No mock has counted what tests met.');
});

describe('share-contracts coverage', () => {
  test('adds up shards, and fails for what none of them met', async () => {
    const folder = await makeFolder();
    writeCoverage(folder.at('1.json'), MET);
    writeCoverage(folder.at('2.json'), MET);
    const shards = [folder.at('1.json'), folder.at('2.json')];
    const passed = await callProgram(['coverage', ...shards, '--handles', 'notes listNotes']);
    expect([passed.code, passed.stderr]).toEqual([0, '']);
    expect(passed.stdout).toContain('notes  listNotes      6  200');
    const failed = await callProgram(['coverage', ...shards, '--json', '--handles', 'notes 409']);
    expect([failed.code, failed.stderr]).toEqual([1, 'No test handles notes 409 (createNote).\n']);
    const { operations, unhandled } = JSON.parse(failed.stdout);
    expect([operations.length, unhandled]).toEqual([
      2,
      ['No test handles notes 409 (createNote).'],
    ]);
  });

  test.for<[args: string[], message: string]>([
    [['nowhere.json'], 'nowhere.json: expected a file or folder of coverage, found nothing.'],
    [['package.json'], 'package.json: expected a file of coverage, found another one'],
    [[], "missing required argument 'files'"],
  ])('refuses %j', async ([args, message]) => {
    const { code, stdout, stderr } = await callProgram(['coverage', ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});
