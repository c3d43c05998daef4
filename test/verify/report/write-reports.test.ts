import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { formatHtml } from '../../../src/verify/report/format-html.ts';
import { formatJunit } from '../../../src/verify/report/format-junit.ts';
import { formatStepSummary } from '../../../src/verify/report/format-step-summary.ts';
import { readReportTargets } from '../../../src/verify/report/report-target.ts';
import { writeReports } from '../../../src/verify/report/write-reports.ts';
import { makeFolder } from '../../support/temporary-folder.ts';
import { locateInNotes } from './notes-contract.ts';
import { BAD_REPORT } from './sample-reports.ts';

const REPORTS = [BAD_REPORT];
const locate = await locateInNotes();

async function write(texts: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const written: string[] = [];
  const stdout = { write: (text: string) => written.push(text) > 0 };
  await writeReports(REPORTS, readReportTargets(texts), { locate, stdout, env });
  return written.join('');
}

function read(file: string): Promise<string> {
  return readFile(file, 'utf8');
}

describe('writeReports', () => {
  test('writes each format into its file, and makes folders', async () => {
    const { path, at } = await makeFolder();
    const formats = ['html', 'json', 'junit', 'sarif', 'ctrf', 'markdown'];
    const stdout = await write(formats.map((format) => `${format}=${at(`a/b/${format}`)}`));
    expect(stdout).toBe('');
    expect((await readdir(`${path}/a/b`)).sort()).toEqual([...formats].sort());
    expect(await read(at('a/b/html'))).toBe(formatHtml(REPORTS));
    expect(await read(at('a/b/junit'))).toBe(formatJunit(REPORTS));
    expect(await read(at('a/b/markdown'))).toBe(formatStepSummary(REPORTS));
    expect(JSON.parse(await read(at('a/b/json')))).toEqual({ version: 1, reports: REPORTS });
    expect(JSON.parse(await read(at('a/b/sarif'))).version).toBe('2.1.0');
    expect(JSON.parse(await read(at('a/b/ctrf'))).reportFormat).toBe('CTRF');
  });

  test('annotates for GitHub, and adds to its summary', async () => {
    const folder = await makeFolder();
    const summary = await folder.write('summary.md', 'Before.\n');
    expect(await write(['github'], { GITHUB_STEP_SUMMARY: summary })).toMatch(/^::error file=/);
    expect(await read(summary)).toBe(`Before.\n${formatStepSummary(REPORTS)}`);
  });

  test('annotates where there is no summary', async () => {
    expect(await write(['github'])).toMatch(/^::error file=/);
  });

  test('says which report could not be written, and writes all others', async () => {
    const { at, write: make } = await makeFolder();
    await make('file', '');
    const targets = [`json=${at('file/a.json')}`, `junit=${at('.')}`, `html=${at('a.html')}`];
    const [json, junit, others] = await write(targets).then(
      () => [],
      (error: Error) => error.message.split('\n'),
    );
    expect(json).toContain(`--report json: expected to write "${at('file/a.json')}", found: E`);
    expect(junit).toContain(`--report junit: expected to write "${at('.')}", found: E`);
    expect(others).toBe('1 other report written.');
    expect(await read(at('a.html'))).toBe(formatHtml(REPORTS));
  });

  test('says so where the summary of GitHub cannot be written', async () => {
    const { at } = await makeFolder();
    const env = { GITHUB_STEP_SUMMARY: at('missing/summary.md') };
    await expect(write(['github'], env)).rejects.toThrow(
      `--report github: expected to write "${at('missing/summary.md')}", found: ENOENT`,
    );
  });

  test('leaves a device where it is', async () => {
    await write(['json=/dev/null']);
    expect((await readdir('/dev')).filter((name) => name.startsWith('.null'))).toEqual([]);
    expect(await read('/dev/null')).toBe('');
  });
});
