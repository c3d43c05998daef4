import { describe, expect, test } from 'vitest';
import { formatGithubAnnotations } from '../../../src/verify/report/format-github-annotations.ts';
import { locateInNotes, NOTES_FILE } from './notes-contract.ts';
import { BAD_REPORT, findingOf, reportOf } from './sample-reports.ts';

const locate = await locateInNotes();

async function annotate(values: Parameters<typeof reportOf>[0]): Promise<string[]> {
  const text = await formatGithubAnnotations([reportOf(values)], locate);
  return text.split('\n').slice(0, -1);
}

describe('formatGithubAnnotations', () => {
  test('annotates the operations in the contract, errors first', async () => {
    const text = await formatGithubAnnotations([BAD_REPORT], locate);
    await expect(text).toMatchFileSnapshot('expected/annotations.txt');
    expect(text).toContain(
      `::error file=${NOTES_FILE},line=5,col=5,title=Answer breaks its schema::`,
    );
  });

  test("escapes as GitHub's toolkit does", async () => {
    const found = 'a%0Ab: c, d';
    const [line] = await annotate({ findings: [findingOf({ found })] });
    expect(line).toContain('%0Afound a%250Ab: c, d%0A');
  });

  test.each([
    ['there is no such API', 'other', '::error title=Server error::GET /notes%0A'],
    ['there is one', 'notes', `::error file=${NOTES_FILE},line=5,`],
  ])('names a file where %s', async (_, api, start) => {
    const [line] = await annotate({ api, findings: [findingOf({ kind: 'server-error' })] });
    expect(line?.startsWith(start)).toBe(true);
  });

  test('writes as many as GitHub shows, and says how many more there are', async () => {
    const findings = Array.from({ length: 30 }, (_, at) =>
      findingOf({ where: `query p${at}`, severity: at < 5 ? 'warning' : 'error' }),
    );
    const lines = await annotate({ findings });
    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(5);
    expect(lines.at(-1)).toBe(
      '::notice::30 findings (25 errors, 5 warnings), of which 15 are not annotated; the summary of the job has more.',
    );
  });
});
