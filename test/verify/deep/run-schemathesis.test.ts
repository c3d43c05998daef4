import { watch } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runSchemathesis } from '../../../src/verify/deep/run-schemathesis.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

const REPORTS = join(import.meta.dirname, 'reports');
const RUN = { file: 'openapi.yaml', url: 'http://127.0.0.1:4010', seed: 7, maxTime: 2000 };
/** Places that the command names for the reports, as the script below finds them. */
const READ_WORDS = `
for word; do
  case "$before" in
    --report-ndjson-path) events="$word" ;;
    --report-junit-path) junit="$word" ;;
  esac
  before="$word"
done
`;

/** Writes a program that does as the shell script says. */
async function makeProgram(script: string): Promise<string> {
  const folder = await makeFolder();
  const program = await folder.write('schemathesis', `#!/bin/sh\n${READ_WORDS}${script}\n`);
  await chmod(program, 0o755);
  return program;
}

describe('runSchemathesis', () => {
  test('makes findings of the failed checks of a recorded run', async () => {
    const program = await makeProgram(`cp '${REPORTS}/items.ndjson' "$events"; exit 1`);
    const { findings, notes } = await runSchemathesis({ ...RUN, program });
    const outlines = findings.map(
      ({ kind, operation, where, expected, found }) =>
        `${kind} ${operation?.id} ${where}: ${expected}, found ${found}`,
    );
    expect(new Set(outlines)).toEqual(
      new Set([
        'undocumented-status POST /items : status 201, 400, 401, found status 200',
        'open-without-credentials POST /items : status 401 or 403, found status 200: Expected 401 or 403, got `200 OK` for `POST /items`',
        'missing-header GET /items answer header x-total: the required headers, found status 200: The following required headers are missing from the response',
        'answer-breaks-schema GET /items answer body /count: a body that fits its schema, found status 200: "2" is not of type "integer"',
        'open-without-credentials GET /items : status 401 or 403, found status 200: Expected 401 or 403, got `200 OK` for `GET /items`',
        expect.stringMatching(/^open-without-credentials GET \/items\/\{id\} /),
        expect.stringMatching(/^open-without-credentials DELETE \/items\/\{id\} /),
        expect.stringMatching(/^still-there /),
      ]),
    );
    expect(notes).toEqual([]);
    const last = findings.find(({ kind }) => kind === 'still-there');
    expect(last?.reproduce.length).toBeGreaterThan(1);
    expect(last?.reproduce.at(-1)).toMatch(/^curl -H 'Authorization: \*\*\*' 'http/);
    expect(JSON.stringify(findings)).not.toContain('[Filtered]');
  });

  test('hands over headers where no list of processes shows them', async () => {
    const program = await makeProgram(
      'cat schemathesis.toml >&2; echo "$@" >&2; echo "$SHARE_CONTRACTS_HEADER_0" >&2; exit 2',
    );
    const run = runSchemathesis({ ...RUN, headers: { 'x-trace': 'abc' }, program });
    const { message } = await run.then(
      () => new Error('no failure'),
      (error: Error) => error,
    );
    expect(message).toContain(`"x-trace" = "\${SHARE_CONTRACTS_HEADER_0}"`);
    expect(message).toContain('--seed 7 --max-time 2 --max-redirects 0');
    expect(message.match(/abc/g)).toHaveLength(1);
  });

  test('says how to get a program that is not there', async () => {
    const program = join(REPORTS, 'absent');
    await expect(runSchemathesis({ ...RUN, program })).rejects.toThrow(
      'Install it with "uv tool install schemathesis" or "pipx install schemathesis".',
    );
  });

  test.for([
    ['an exit code of wrong usage', 'echo "No such option" >&2; exit 2', 'exit code 2'],
    ['no report', 'exit 0', 'found none: it ended with exit code 0'],
    ['garbage', 'printf "a\\nb\\n" > "$events"; exit 1', 'expected an event of Schemathesis 4'],
    [
      'events of another form',
      `echo '{"ScenarioFinished":{"recorder":1}}' > "$events"; exit 1`,
      'expected an event',
    ],
    ['the end by a signal', 'kill -KILL $$', 'was ended by a signal'],
  ] as const)('refuses %s', async ([, script, words]) => {
    const program = await makeProgram(script);
    await expect(runSchemathesis({ ...RUN, program })).rejects.toMatchObject({
      name: 'SchemathesisError',
      message: expect.stringContaining(words),
    });
  });

  test('gives what an interrupted run had found, up to a line that is cut off', async () => {
    const folder = await makeFolder();
    const program = await makeProgram(
      `head -c 12000 '${REPORTS}/items.ndjson' > "$events"; mkdir '${folder.at('ready')}'; exec sleep 60`,
    );
    const controller = new AbortController();
    const watcher = watch(folder.path, () => controller.abort());
    onTestFinished(() => watcher.close());
    const { findings, notes } = await runSchemathesis({
      ...RUN,
      program,
      signal: controller.signal,
    });
    expect(findings.length).toBeGreaterThan(0);
    expect(notes).toEqual(['Schemathesis was interrupted: it reports what it had done by then.']);
  });

  test('notes what could not be tested, and that nothing was sent', async () => {
    const program = await makeProgram(`cp '${REPORTS}/errors.xml' "$junit"; : > "$events"`);
    expect(await runSchemathesis({ ...RUN, program })).toEqual({
      findings: [],
      notes: [
        'Schemathesis could not test POST /items: Network Error Connection failed',
        'Schemathesis sent no request: give it more time.',
      ],
    });
  });
});
