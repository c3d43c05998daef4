import { describe, test } from 'vitest';
import { checkApart } from '../../src/cli/check-apart.ts';
import { AT_ONCE, callMock } from './call-program.ts';
import { useFolder } from './use-folder.ts';

/** More than is checked in the process that serves it. */
const PADDING = `x-padding: ${'p'.repeat(300_000)}\n`;
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

describe.concurrent('the check of a large file', () => {
  useFolder({ 'large.yaml': NOTES + PADDING, 'small.yaml': NOTES });

  test('warns of the same as that of a small one', async ({ expect }) => {
    const reports = ['large.yaml', 'small.yaml'].map(async (file) => {
      await using mock = await callMock([file, '--quiet'], AT_ONCE);
      await mock.waitFor(/(got string "2")/);
      const { stderr } = await mock.end('SIGINT');
      return stderr.slice(stderr.indexOf('Warnings')).replaceAll(file, 'FILE');
    });
    const [large, small] = await Promise.all(reports);
    expect(large).toBe(small);
    expect(large).toContain('found "typ"');
  });

  test('says that it failed, and the server goes on', async ({ expect }) => {
    const said: unknown[] = [];
    await checkApart('gone.yaml', false, (message) => said.push(message));
    expect(said).toEqual([
      expect.stringMatching(/^gone\.yaml could not be checked beside serving: .*found nothing/),
    ]);
  });
});
