import { execFile } from 'node:child_process';
import { mkdtempDisposable, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { isAbout, readFacts } from '../../src/docs/behaviour/read-facts.ts';
import { OWN_SOURCE } from './own-site.ts';

const NOTES = `# Notes

| What | Value |
| --- | --- |
| Users | one |

| Statement | Operations | Mock | Tests, or reason |
| --- | --- | --- | --- |
| Newest first. | \`listNotes\`, \`find*\` | yes | \`notes › listNotes › newest …\`, \`notes/model › …\`; by choice of \`id\` |
| A \\| b | | no | nobody knows |
`;

describe('readFacts', () => {
  test('reads the rows of tables that have operations', () => {
    expect(readFacts(NOTES)).toEqual([
      {
        statement: 'Newest first.',
        operations: ['listNotes', 'find*'],
        mock: 'yes',
        tests: ['notes › listNotes › newest …', 'notes/model › …'],
        proof: '`notes › listNotes › newest …`, `notes/model › …`; by choice of `id`',
      },
      { statement: 'A | b', operations: [], mock: 'no', tests: [], proof: 'nobody knows' },
    ]);
  });

  test.each([
    ['listNotes', true],
    ['findNote', true],
    ['listNotesOf', false],
    ['getNote', false],
  ])('tells whether one is about %s', (id, expected) => {
    const [fact] = readFacts(NOTES);
    expect(fact && isAbout(fact, id)).toBe(expected);
  });
});

/** Names of all tests of the mocks, with their files, as the rows have them: `crego/behaviour › listShares › pages …`. */
async function listTests(): Promise<string[]> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'share-contracts-test-'));
  const file = join(folder.path, 'tests.json');
  const vitest = ['node_modules/vitest/vitest.mjs', 'list', 'test/mocks', '--no-static-parse'];
  await promisify(execFile)(process.execPath, [...vitest, `--json=${file}`]);
  const tests: { name: string; file: string }[] = JSON.parse(await readFile(file, 'utf8'));
  return tests.map(({ name, file: path }) => {
    const [, short = ''] = /test\/mocks\/(.*)\.test\.ts$/.exec(path) ?? [];
    return `${short} › ${name.replaceAll(' > ', ' › ')}`;
  });
}

/** Whether a name, in which … stands for any text, is that of a test. */
function isNamed(pattern: string, tests: readonly string[]): boolean {
  const parts = pattern.split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${parts.join('.*')}$`);
  return tests.some((name) => expression.test(name));
}

describe('the facts about the behaviour of each mock', () => {
  test('name tests that exist, and operations of the contract', async () => {
    const tests = await listTests();
    expect(tests.length).toBeGreaterThan(1000);
    const wrong = OWN_SOURCE.apis.flatMap(({ behaviour, contract, name }) =>
      readFacts(behaviour?.text ?? '').flatMap((fact) => {
        const known = [...contract.operations, ...contract.webhooks];
        const unknown = fact.operations.filter(
          (pattern) => !known.some(({ id }) => isAbout({ ...fact, operations: [pattern] }, id)),
        );
        const missing = fact.tests.filter((pattern) => !isNamed(pattern, tests));
        return [...unknown, ...missing].map((found) => `${name}: ${fact.statement}: ${found}`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  test.each(OWN_SOURCE.apis.filter(({ behaviour }) => behaviour !== undefined))(
    'say of $name a test for nearly everything that the mock does, and a reason for the rest',
    ({ behaviour }) => {
      const facts = readFacts(behaviour?.text ?? '');
      const proven = facts.filter(({ mock, tests }) => mock.startsWith('yes') && tests.length > 0);
      const done = facts.filter(({ mock }) => mock.startsWith('yes'));
      expect(facts.filter(({ proof }) => proof === '')).toEqual([]);
      // Three say in words why no single test could show them.
      expect(done.length - proven.length).toBeLessThanOrEqual(3);
      expect(proven.length).toBeGreaterThan(10);
    },
  );
});
