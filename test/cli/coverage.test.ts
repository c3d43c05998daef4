import { readdir, readFile } from 'node:fs/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { type Coverage, createMock, writeCoverage } from '../../src/testing/index.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { writeNotesProject } from '../testing/notes-project.ts';
import { MET } from '../testing/sample-coverage.ts';
import { CREGO_TOKEN, startCrego } from '../verify/servers/crego-forty.ts';
import { callProgram } from './call-program.ts';
import { apiIn, projectIn } from './project-in.ts';

const NOWHERE = { findProject: async () => undefined };

const notes = await writeNotesProject();
afterAll(() => notes[Symbol.asyncDispose]());

/** Calls `coverage` where there is no project. */
function call(...args: string[]) {
  return callProgram(['coverage', ...args], NOWHERE);
}

/** Coverage of a real mock, which a request met. */
async function meetNotes(folder: string): Promise<Coverage> {
  await using mock = await createMock({ project: notes.folder, coverage: folder });
  await mock.fetch(`${mock.url('notes')}/notes`);
  return mock.coverage();
}

describe('share-contracts coverage', () => {
  test('adds up shards', async () => {
    const folder = await makeFolder();
    writeCoverage(folder.at('1.json'), MET);
    writeCoverage(folder.at('2.json'), MET);
    expect(await call(folder.path)).toEqual({
      code: 0,
      stderr: '',
      stdout: `API    operation  calls  met  not met  codes  examples  parameters  constraints
notes  listNotes      6  200  401      -      1 of 2    1 of 2      0 of 1
Not called of notes: createNote.
Met 1 of 2 operations, 1 of 5 statuses, 0 of 1 error codes, 1 of 2 examples, 1 of 2 parameters, 0 of 3 constraints.
`,
    });
  });

  test('fails for what nothing met, and names it', async () => {
    const folder = await makeFolder();
    writeCoverage(folder.at('met/1.json'), MET);
    const list = await folder.write(
      'musts.txt',
      '\uFEFF# What a client must handle.\r\n\r\nnotes listNotes  # the list\r\n  notes 409\r\n',
    );
    const args = [
      '--handles',
      'notes 401',
      '--handles-from',
      list,
      '--min',
      '100,constraints=0,codes=0',
    ];
    const { code, stderr } = await call(folder.at('met'), ...args);
    expect([code, stderr]).toEqual([
      1,
      `No test handles notes 401 (listNotes, createNote).
${list}:4: No test handles notes 409 (createNote).
Expected at least 100 % of operations, found 50 % (1 of 2).
Expected at least 100 % of statuses, found 20 % (1 of 5).
Expected at least 100 % of examples, found 50 % (1 of 2).
Expected at least 100 % of parameters, found 50 % (1 of 2).
`,
    ]);
  });

  test('passes where all is met that is asked for', async () => {
    const folder = await makeFolder();
    writeCoverage(folder.at('1.json'), MET);
    const args = ['--min', 'operations=50', '--handles', 'notes listNotes', 'notes 200'];
    const { code, stderr } = await call(folder.path, ...args);
    expect([code, stderr]).toEqual([0, '']);
  });

  test('prints JSON', async () => {
    const folder = await makeFolder();
    writeCoverage(folder.at('1.json'), MET);
    const { code, stdout } = await call(
      folder.path,
      '--json',
      '--min',
      '60',
      '--handles',
      'notes 409',
    );
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      totals: {
        operations: { met: 1, all: 2, percent: 50 },
        statuses: { met: 1, all: 5, percent: 20 },
      },
      operations: MET,
      unhandled: ['No test handles notes 409 (createNote).'],
      shortfalls: [
        'Expected at least 60 % of operations, found 50 % (1 of 2).',
        ...Array(5).fill(expect.any(String)),
      ],
    });
  });

  test('writes a page, also where it fails', async () => {
    const folder = await makeFolder();
    writeCoverage(folder.at('1.json'), MET);
    const html = folder.at('deep/coverage.html');
    const { code } = await call(folder.at('1.json'), '--html', html, '--min', '99');
    expect(code).toBe(1);
    expect(await readFile(html, 'utf8')).toContain('<h1>Not all was met that is asked for</h1>');
  });

  test.for<[args: string[], message: string]>([
    [['nowhere.json'], 'nowhere.json: expected a file or folder of coverage, found nothing.'],
    [['package.json'], 'package.json: expected a file of coverage, found another one'],
    [['openapi'], 'openapi: expected a folder with files of coverage, found no .json file in it.'],
    [[], "missing required argument 'files'"],
    [['x.json', '--min', '120'], 'Expected a percentage from 0 to 100'],
    [['x.json', '--min', 'status=1'], 'Unknown kind "status".'],
  ])('refuses %j', async ([args, message]) => {
    const { code, stdout, stderr } = await call(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test.for<[what: string, text: string | undefined, message: string]>([
    ['no list', undefined, '--handles-from: expected a file, found: ENOENT'],
    ['an empty list', '# nothing\n', 'expected what tests must have met, one a line'],
    [
      'an unknown name',
      'notes listNotes\nnotes 500\n',
      'musts.txt:2: handles "notes 500": Unknown',
    ],
  ])('refuses %s', async ([, text, message]) => {
    const folder = await makeFolder();
    writeCoverage(folder.at('1.json'), MET);
    if (text !== undefined) await folder.write('musts.txt', text);
    const args = [folder.at('1.json'), '--handles-from', folder.at('musts.txt')];
    const { code, stdout, stderr } = await call(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test('refuses to write a page into the place of a folder', async () => {
    const folder = await makeFolder();
    writeCoverage(folder.at('1.json'), MET);
    const { code, stderr } = await call(folder.at('1.json'), '--html', folder.path);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining(`--html: expected to write "${folder.path}"`),
    ]);
  });
});

describe('share-contracts coverage in a project', () => {
  const contract = notes.files.find((file) => file.endsWith('notes.yaml')) ?? '';
  const projectOf = (file: string) => ({
    findProject: async () =>
      projectIn(notes.folder, [apiIn(notes.folder, 'notes', { contract: file, isStrict: false })]),
  });

  test('takes what its contracts have', async () => {
    const folder = await makeFolder();
    await meetNotes(folder.at('met'));
    const { code, stderr } = await callProgram(['coverage', folder.at('met')], projectOf(contract));
    expect([code, stderr]).toEqual([0, '']);
  });

  test('refuses what an earlier version of a contract had', async () => {
    const folder = await makeFolder();
    await meetNotes(folder.at('met'));
    const text = await readFile(contract, 'utf8');
    const now = await folder.write('now.yaml', text.replace('createNote', 'addNote'));
    const { code, stdout, stderr } = await callProgram(
      ['coverage', folder.at('met')],
      projectOf(now),
    );
    const [name] = await readdir(folder.at('met'));
    expect([code, stdout, stderr]).toEqual([
      2,
      '',
      `${folder.at('met')}/${name}: expected coverage of the contract of notes as ${now} has it, found that of another version: it lacks addNote; it has createNote, which ${now} has not. Run all tests with one version of the contract, and remove files of earlier runs.\n`,
    ]);
  });

  test('says what it cannot compare', async () => {
    const folder = await makeFolder();
    writeCoverage(
      folder.at('1.json'),
      MET.map((one) => ({ ...one, api: 'foreign' })),
    );
    const { code, stderr } = await callProgram(['coverage', folder.path], projectOf(contract));
    expect([code, stderr]).toEqual([
      0,
      `Coverage of foreign is not compared with a contract: ${notes.folder}/redocly.yaml has none of the name.\n`,
    ]);
  });
});

describe('share-contracts verify --coverage', () => {
  test('writes what tests can be merged with', async () => {
    const folder = await makeFolder();
    const { url, close } = await startCrego({ isRight: true });
    try {
      const verified = await callProgram([
        ...[
          'verify',
          'crego',
          '--url',
          url,
          '--write',
          '--header',
          `Authorization: Bearer ${CREGO_TOKEN}`,
        ],
        ...['--coverage', folder.at('met')],
      ]);
      expect(verified.code).toBe(1);
      await using mock = await createMock({ apis: ['crego'], coverage: folder.at('met') });
      await mock.fetch(`${mock.url('crego')}/documents/01JVVJNAVTB19FN3F7W1NHBPT6/shares/`);
    } finally {
      await close();
    }
    const { code, stdout } = await callProgram(['coverage', folder.at('met'), '--json']);
    expect(code).toBe(0);
    const { operations }: { operations: Coverage } = JSON.parse(stdout);
    const [list, create, ...others] = operations;
    expect(list).toMatchObject({
      statuses: { '200': 1, '401': 2, '429': 0 },
      codes: {},
      parameters: { 'path document_id': 2, 'query page': 1, 'query page_size': 1 },
    });
    expect(Object.values(list?.constraints ?? {})).toEqual([2, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(create?.constraints).toMatchObject({
      credentials: 1,
      'body syntax': 1,
      'body /expires_at required': 1,
      'body /expires_at format': 1,
    });
    // The server does not have them, so that its 404 is none of theirs.
    expect(others.flatMap(({ statuses }) => Object.values(statuses)).some(Boolean)).toBe(false);
    expect(await readdir(folder.at('met'))).toHaveLength(2);
  });
});
