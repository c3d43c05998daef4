import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../support/temporary-folder.ts';
import { callMock, callProgram } from './call-program.ts';

const SPEC = `openapi: 3.1.0
info: {title: Notes, version: "1"}
paths:
  /notes/{id}:
    get:
      operationId: getNote
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200":
          description: Note.
          content: {application/json: {schema: {type: object}, example: {id: a1, text: Hello}}}
`;
const HISTORY = '{"name":"read","method":"GET","path":"/notes/a1"}\n';

/** Spec, and a recording of what the mock of it answers, made by the command itself. */
async function record() {
  const folder = await makeFolder();
  const spec = await folder.write('notes.yaml', SPEC);
  const asked = await folder.write('asked.jsonl', HISTORY);
  await using server = await callMock([spec]);
  const recorded = folder.at('recorded');
  const live = ['--live', server.url, '--record', recorded];
  const { code } = await callProgram(['fidelity', asked, '--api', spec, ...live]);
  expect(code).toBe(0);
  return { spec, recorded, file: join(recorded, 'asked.jsonl') };
}

/** Life of a share of Crego as a browser would export it, on a mock whose ids are others. */
async function captureLife() {
  await using server = await callMock(['--seed', 'another']);
  const shares = '/documents/01JQ8MZ0P94HR6HSH1DGY5VNH9/shares/';
  const entries: object[] = [];
  const ask = async (method: string, path: string, body?: object) => {
    const headers = { authorization: 'Bearer x', 'content-type': 'application/json' };
    const text = body && JSON.stringify(body);
    const init = { method, headers, ...(text !== undefined && { body: text }) };
    const response = await fetch(`${server.url}/crego${path}`, init);
    const content = { mimeType: 'application/json', text: await response.text() };
    const list = (all: Iterable<[string, string]>) =>
      [...all].map(([name, value]) => ({ name, value }));
    entries.push({
      request: {
        method,
        url: `https://api.example.com${path}`,
        headers: list(Object.entries(headers)),
        postData: { text },
      },
      response: { status: response.status, headers: list(response.headers), content },
    });
    return content.text === '' ? undefined : JSON.parse(content.text);
  };
  const { id } = await ask('POST', shares, { expires_at: '2025-05-01T00:00:00Z' });
  await ask('DELETE', `${shares}${id}/`);
  await ask('DELETE', `${shares}${id}/`);
  return entries;
}

describe('fidelity', () => {
  test('records what a server answers, and finds the mock to agree', async () => {
    const { spec, recorded, file } = await record();
    expect(JSON.parse(await readFile(file, 'utf8')).answer).toEqual({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: { id: 'a1', text: 'Hello' },
    });
    const { code, stdout } = await callProgram(['fidelity', recorded, '--api', spec]);
    expect(stdout).toMatch(/^getNote +1 +100\.0 %/m);
    expect(stdout).toContain('Nothing else differs.');
    expect(code).toBe(0);
  });

  test('fails where an answer differs, and says in what', async () => {
    const { spec, recorded, file } = await record();
    const changed = (await readFile(file, 'utf8')).replace('"Hello"', '"Good day"');
    await writeFile(file, changed);
    const { code, stdout } = await callProgram(['fidelity', recorded, '--api', spec]);
    expect(stdout).toContain('1 × getNote, values: /text');
    expect(stdout).toContain('recorded "Good day", here "Hello"; first in asked:1 "read"');
    expect(code).toBe(1);
  });

  test('counts a difference that is meant, and does not fail', async () => {
    const { spec, recorded, file } = await record();
    await writeFile(file, (await readFile(file, 'utf8')).replace('"Hello"', '"Good day"'));
    const deviation = '{name: greeting, reason: It is a mock., recorded: {operationId: getNote}}';
    const about = `server: A\ndate: today\napi: ${spec}\ndeviations: [${deviation}]\n`;
    await writeFile(join(recorded, 'recording.yaml'), about);
    const { code, stdout } = await callProgram(['fidelity', recorded, '--json']);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        all: { requests: 1, agreed: 0, deviating: 1 },
        deviations: [{ name: 'greeting', count: 1 }],
      },
    ]);
    expect(code).toBe(0);
  });

  test('replays a HAR file on an API with state, whose ids are its own', async () => {
    const { write } = await makeFolder();
    const har = await write('life.har', JSON.stringify({ log: { entries: await captureLife() } }));
    const { code, stdout } = await callProgram(['fidelity', har, '--api', 'crego']);
    expect(stdout).toContain('Nothing else differs.');
    expect(stdout).toMatch(/^createShare +1 +100\.0 %/m);
    expect(stdout).toMatch(/^deleteShare +2 +100\.0 %/m);
    expect(code).toBe(0);
  });

  test.each([
    [
      'recordings of an API that nothing names',
      [],
      /expected recording\.yaml beside the recordings/,
    ],
    ['an unknown API', ['--api', 'crogo'], /Unknown API "crogo".*Did you mean "crego"/s],
    [
      'a server that is not there',
      ['--api', 'cloudreve', '--live', 'http://127.0.0.1:1'],
      /GET \/notes\/a1: http:\/\/127\.0\.0\.1:1 gave no answer/,
    ],
    ['a URL that is none', ['--api', 'crego', '--live', 'x'], /--live: expected a URL/],
  ])('refuses %s', async (_what, args, message) => {
    const { write } = await makeFolder();
    const { code, stderr } = await callProgram([
      'fidelity',
      await write('a.jsonl', HISTORY),
      ...args,
    ]);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });
});
