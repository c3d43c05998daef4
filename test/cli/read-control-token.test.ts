import { chmod, chown } from 'node:fs/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readControlToken } from '../../src/cli/read-control-token.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { writeFiles } from '../support/write-files.ts';

const VARIABLE = 'SHARE_CONTRACTS_CONTROL_TOKEN';

interface Sources {
  readonly option?: string;
  readonly variable?: string;
  /** Text of the file, which only its owner may use unless another mode is given. */
  readonly file?: string | Buffer;
  readonly mode?: number;
}

async function read({ option, variable, file, mode = 0o600 }: Sources) {
  const said: unknown[] = [];
  const path = file === undefined ? undefined : await writeToken(file, mode);
  const token = await readControlToken(
    { controlToken: option, controlTokenFile: path },
    { env: { [VARIABLE]: variable }, say: (message) => said.push(message) },
  );
  return { token, said };
}

async function writeToken(content: string | Buffer, mode: number): Promise<string> {
  const written = await writeFiles({ token: content });
  onTestFinished(() => written[Symbol.asyncDispose]());
  const [path = ''] = written.files;
  await chmod(path, mode);
  return path;
}

describe('readControlToken', () => {
  test.each<[source: string, sources: Sources, token: string | undefined]>([
    ['nothing', {}, undefined],
    ['the option', { option: 'a' }, 'a'],
    ['the variable', { variable: 'b' }, 'b'],
    ['a file', { file: 'c' }, 'c'],
    ['a file that ends with a line', { file: 'c\n' }, 'c'],
    ['a file of Windows', { file: 'c\r\n' }, 'c'],
  ])('reads the token of %s', async (_source, sources, token) => {
    expect(await read(sources)).toEqual({ token, said: [] });
  });

  test.each<[sources: Sources, message: string]>([
    [
      { option: 'a', variable: 'a' },
      `Both --control-token and ${VARIABLE} give the control token.`,
    ],
    [{ option: 'a', file: 'a' }, 'Both --control-token and --control-token-file give'],
    [{ file: 'a', variable: 'a' }, `Both --control-token-file and ${VARIABLE} give`],
    [
      { option: '' },
      '--control-token: expected one line of visible ASCII characters, found an empty',
    ],
    [
      { variable: '' },
      `${VARIABLE}: expected one line of visible ASCII characters, found an empty`,
    ],
    [{ variable: ' ' }, `${VARIABLE}: expected one line`],
    [{ file: '' }, 'found an empty text'],
    [{ file: '\n' }, 'found an empty text'],
    [{ file: 'a\nb\n' }, 'found spaces, line breaks'],
    [{ file: 'a\n\n' }, 'found spaces, line breaks'],
    [{ file: Buffer.from([0xff, 0xfe, 0x61, 0]) }, 'characters beyond ASCII'],
  ])('refuses %j', async (sources, message) => {
    const failure = await read(sources).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UsageError);
    expect(String(failure)).toContain(message);
  });

  test('quotes no token that it refuses', async () => {
    const failure = await read({ variable: 'hunter 2' }).catch((error: unknown) => error);
    expect(String(failure)).toContain(VARIABLE);
    expect(String(failure)).not.toContain('hunter');
  });

  test.each([
    ['/nowhere/token', 'found nothing'],
    ['/', 'found a folder'],
  ])('refuses the file %s', async (path, message) => {
    const reading = readControlToken({ controlTokenFile: path }, { env: {}, say: () => {} });
    await expect(reading).rejects.toThrow(`--control-token-file ${path}: expected a file`);
    await expect(reading).rejects.toThrow(message);
  });

  test('does not read an endless file to its end', async () => {
    const reading = readControlToken({ controlTokenFile: '/dev/zero' }, { env: {}, say: () => {} });
    await expect(reading).rejects.toThrow('found more than 4096 characters');
  });

  test.each([0o644, 0o660, 0o602])('says that others may use a file of mode %o', async (mode) => {
    const { token, said } = await read({ file: 'a', mode });
    expect(token).toBe('a');
    expect(said).toEqual([
      expect.stringMatching(
        `is open to other users \\(mode 0${mode.toString(8)}\\)\\. Close it: chmod 600 `,
      ),
    ]);
  });

  // Only root can give a file away, as whoever mounts a secret into a container does.
  test.runIf(process.getuid?.() === 0)('says nothing of a file that is not its own', async () => {
    const path = await writeToken('a', 0o444);
    await chown(path, 65534, 65534);
    const said: unknown[] = [];
    const say = (message: unknown) => said.push(message);
    expect(await readControlToken({ controlTokenFile: path }, { env: {}, say })).toBe('a');
    expect(said).toEqual([]);
  });
});
