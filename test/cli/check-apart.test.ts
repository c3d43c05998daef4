import { expect, onTestFinished, test, vi } from 'vitest';
import { checkApart } from '../../src/cli/check-apart.ts';
import { writeFiles } from '../support/write-files.ts';

const NOTES = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      responses:
        "200":
          description: Notes.
          content:
            application/json:
              schema: { type: object, typ: text, properties: { count: { type: integer } } }
              example: { count: "2" }
`;

/** What the check of a file says. */
async function check(file: string): Promise<unknown[]> {
  const said: unknown[] = [];
  await checkApart(file, false, (...message) => said.push(...message));
  return said;
}

test('the check of a file in a process of its own says what is wrong', async () => {
  await using written = await writeFiles({ 'notes.yaml': NOTES });
  const [file = ''] = written.files;
  const head = `Warnings for ${file}, which is served all the same:\n${file}:`;
  expect(await check(file)).toEqual([
    expect.stringMatching(`^${head}11:39: .*found "typ"`),
    expect.stringMatching(`^${head}12:26: .*got string "2"`),
  ]);
});

test('the check of a file in a process of its own says that it failed', async () => {
  expect(await check('gone.yaml')).toEqual([
    expect.stringMatching(/^gone\.yaml could not be checked beside serving: .*found nothing/),
  ]);
});

test('the check of a file in a process of its own says that its process has ended early', async () => {
  vi.stubEnv('NODE_OPTIONS', '--no-such-option');
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(await check('notes.yaml')).toEqual(['notes.yaml could not be checked beside serving: 9.']);
});
