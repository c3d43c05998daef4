import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../support/temporary-folder.ts';
import { callMock, callProgram, callServer } from './call-program.ts';

const run = promisify(execFile);

const SPEC = `openapi: 3.1.0
info: {title: Notes, version: "1"}
servers: [{url: https://api.test/v1}]
paths:
  /notes/{id}:
    get:
      operationId: getNote
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200":
          description: Note.
          content:
            application/json:
              schema:
                type: object
                properties:
                  text: {type: string} # for people
              example: {text: Hello}
`;

const entry = (url: string, status: number, text: string) => ({
  request: { method: 'GET', url, headers: [] },
  response: {
    status,
    headers: [],
    content: { size: text.length, mimeType: 'application/json', text },
  },
});
const archive = (...entries: object[]) => JSON.stringify({ log: { entries } });

describe('record, replay and drift', () => {
  test('record what a server says, serve it again, and find that it fits', async () => {
    const folder = await makeFolder();
    const har = folder.at('crego.har');
    await using server = await callMock([]);
    const recorder = await callServer([
      'record',
      'crego',
      '--to',
      `${server.url}/crego`,
      '--port',
      '0',
      '-o',
      har,
    ]);
    const path = '/documents/01JQ8MZ0P94HR6HSH1DGY5VNH9/shares/';
    const init = { headers: { authorization: 'Bearer hunter2' } };
    const answer = await (await fetch(recorder.url + path, init)).text();
    const recorded = await recorder.end('SIGINT');
    expect(recorded.code).toBe(0);
    expect(recorded.stderr).toMatch(
      /crego\.har: 1 exchange, of which none breaks the contract\.\n$/,
    );
    expect(await readFile(har, 'utf8')).not.toContain('hunter2');

    await using replay = await callServer(['replay', har, '--port', '0']);
    // Tokens of shares are secrets, also in what is served again.
    const masked = answer.replaceAll(/"token":"[^"]+"/g, '"token":"***"');
    expect(masked).not.toBe(answer);
    expect(await (await fetch(replay.url + path)).text()).toBe(masked);
    expect((await fetch(`${replay.url}/nowhere`)).status).toBe(404);
    const { stderr } = await replay.end('SIGTERM');
    expect(stderr).toMatch(/^Replaying 1 answer of /);
    expect(stderr).toContain('GET /nowhere not recorded\n');

    const { code, stdout } = await callProgram(['drift', har]);
    expect(stdout).toMatch(/crego\.har: 1 exchange with .*\. All of them fit the contract\.\n$/);
    expect(code).toBe(0);
  });

  test('drift says what does not fit, and writes a patch that admits it', async () => {
    const folder = await makeFolder();
    const spec = await folder.write('notes.yaml', SPEC);
    const har = await folder.write(
      'browser.har',
      archive(
        entry('https://api.test/v1/notes/a', 200, '{"text":null}'),
        entry('https://api.test/v1/notes/b', 200, '{"text":7}'),
        entry('https://cdn.test/script.js', 200, '1'),
        entry('https://api.test/v1/notes/c', 0, ''),
      ),
    );
    const patch = folder.at('drift.patch');
    const { code, stdout, stderr } = await callProgram([
      'drift',
      har,
      '--api',
      spec,
      '--patch',
      patch,
    ]);
    expect(code).toBe(1);
    expect(stdout.replaceAll(folder.path, '')).toMatchInlineSnapshot(`
      "getNote 200 response body at /text: expected string, got null, number 7 (2 times)
        first in GET /v1/notes/a
        /notes.yaml:17:19: allow null and integer

      /browser.har: 2 exchanges with Notes (not looked at: 1 with other hosts, 1 without an answer). 1 kind of drift.
      "
    `);
    expect(stderr).toContain('drift.patch: the changes; git apply ');
    // Paths of the patch lead from the working directory to the file, which is elsewhere here.
    const text = await readFile(patch, 'utf8');
    await folder.write('own.patch', text.replaceAll(/(?<=^(?:---|\+\+\+) [ab]\/).*\//gm, ''));
    await run('git', ['apply', 'own.patch'], { cwd: folder.path });
    expect(await readFile(spec, 'utf8')).toContain(
      'text: {type: [string, "null", integer]} # for people',
    );
    expect((await callProgram(['drift', har, '--api', spec])).code).toBe(0);
  });

  test('drift prints JSON', async () => {
    const folder = await makeFolder();
    const spec = await folder.write('notes.yaml', SPEC);
    const har = await folder.write(
      'a.har',
      archive(entry('https://api.test/v1/notes/a', 404, '{}')),
    );
    const { stdout } = await callProgram(['drift', har, '--api', spec, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      exchanges: 1,
      ofOthers: 0,
      groups: [
        {
          operation: 'getNote 404',
          keyword: 'status',
          count: 1,
          found: ['number 404'],
          example: 'GET /v1/notes/a',
          change: { words: 'add response 404', patch: expect.stringContaining('+        "404":') },
        },
      ],
    });
  });

  test.each<[what: string, args: (at: (name: string) => string) => string[], message: RegExp]>([
    ['no server', () => ['record', 'crego'], /required option '--to <url>' not specified/],
    [
      'a server that is none',
      () => ['record', 'crego', '--to', 'crego.com'],
      /--to: expected a URL such as https:\/\/api\.example\.com, found "crego\.com"/,
    ],
    [
      'a server with a password',
      () => ['record', 'crego', '--to', 'http://a:b@c.test'],
      /--to: expected a URL without a user/,
    ],
    ['an unknown API', () => ['record', 'crago', '--to', 'http://c.test'], /Unknown API "crago"/],
    [
      'a file that is there',
      (at) => ['record', 'crego', '--to', 'http://c.test', '--port', '0', '-o', at('a.har')],
      /a\.har is there already\. Replace it with --force/,
    ],
    ['no file', (at) => ['replay', at('none.har')], /none\.har: expected a HAR file/],
    ['a file that is no HAR', (at) => ['replay', at('a.json')], /a\.json: expected a HAR file/],
    ['a file that is no JSON', (at) => ['drift', at('a.txt')], /a\.txt: expected JSON/],
    [
      'nothing to replay',
      (at) => ['replay', at('a.har')],
      /a\.har: expected an answer, found none in 0 exchanges/,
    ],
    [
      'traffic of some API',
      (at) => ['drift', at('a.har')],
      /a\.har: expected --api <name or file>/,
    ],
  ])('refuse %s', async (_what, args, message) => {
    const folder = await makeFolder();
    await folder.write('a.har', archive());
    await folder.write('a.json', '{"log":1}');
    await folder.write('a.txt', 'hello');
    const { code, stderr } = await callProgram(args(folder.at));
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });

  test('drift fails where nothing of the traffic is with the API', async () => {
    const folder = await makeFolder();
    const spec = await folder.write('notes.yaml', SPEC);
    const har = await folder.write('a.har', archive(entry('https://other.test/x', 200, '1')));
    const { code, stderr } = await callProgram(['drift', har, '--api', spec]);
    expect(stderr).toContain(
      'expected requests to Notes, found none. Name its server with --server <url>.',
    );
    expect(code).toBe(1);
  });
});
