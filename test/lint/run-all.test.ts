import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { ROOT } from '../../src/apis/root.ts';
import { writeFiles } from '../support/write-files.ts';

const scripts = {
  good: 'node -e "console.log(1)"',
  bad: 'node -e "console.log(2); process.exit(3)"',
};

async function runAll(...names: string[]) {
  await using written = await writeFiles({ 'package.json': JSON.stringify({ scripts }) });
  const options = { cwd: written.folder };
  const args = [join(ROOT, 'lint/run-all.ts'), ...names];
  return await new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(process.execPath, args, options, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}

describe('run-all', () => {
  test('runs what comes after a failure, and fails', async () => {
    expect(await runAll('bad', 'good')).toEqual({
      code: 1,
      stdout: '2\n1\n',
      stderr: 'Failed: bad. Each can be run by itself.\n',
    });
  });

  test('succeeds where all do', async () => {
    expect(await runAll('good', 'good')).toEqual({ code: 0, stdout: '1\n1\n', stderr: '' });
  });

  test('is how all that is linted is linted', () => {
    const { lint, ...others } = packageFile.scripts;
    const parts = Object.keys(others).filter((name) => name.startsWith('lint:'));
    expect(lint).toBe(`node lint/run-all.ts ${parts.join(' ')}`);
  });
});
