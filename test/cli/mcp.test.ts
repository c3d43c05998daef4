import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/apis/root.ts';
import { agentOfProgram } from '../mcp/agent.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { callMock, callProgram } from './call-program.ts';
import { endRunningClis, startMock } from './run-cli.ts';

const NOTES = `openapi: 3.1.0
info: { title: Notes, version: '1' }
paths:
  /notes:
    get:
      operationId: listNotes
      responses: { '200': { description: All., content: { text/plain: { example: none } } } }
`;
const INITIALIZE = {
  protocolVersion: '2025-11-25',
  capabilities: {},
  clientInfo: { name: 'test', version: '1' },
};

/** Program that is fed with lines; `read` gives the next one that it writes. */
function startProgram(args: readonly string[]) {
  const main = join(ROOT, 'src/cli/start.js');
  const child = spawn(process.execPath, [main, 'mcp', ...args], { cwd: ROOT });
  const stderr = text(child.stderr);
  const stdout = text(child.stdout);
  const ended = once(child, 'close').then(async ([code]) => ({
    code,
    stdout: await stdout,
    stderr: await stderr,
  }));
  const say = (...messages: object[]) =>
    child.stdin.write(messages.map((message) => `${JSON.stringify(message)}\n`).join(''));
  return { child, say, ended };
}

afterAll(endRunningClis);

describe('mcp', () => {
  test('keeps stdout for the protocol, whatever a behaviour prints, and ends with its agent', async () => {
    const folder = await makeFolder();
    const file = await folder.write('notes.yaml', NOTES);
    const authoring = join(ROOT, 'src/mock/authoring/index.ts');
    const behaviour = await folder.write(
      'behaviour.ts',
      `import { defineBehaviour } from ${JSON.stringify(authoring)};
console.log('printed by a behaviour');
export const behaviour = defineBehaviour()({ epoch: '2026-01-01T00:00:00Z', tables: {}, seeds: { default: () => {} }, handlers: {} });
`,
    );
    const { child, say, ended } = startProgram([file, '--behaviour', behaviour]);
    say({ jsonrpc: '2.0', id: 1, method: 'initialize', params: INITIALIZE });
    await once(child.stdout, 'data');
    child.stdin.end();
    const { code, stdout, stderr } = await ended;
    expect(code).toBe(0);
    const messages = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(messages).toMatchObject([
      { id: 1, result: { serverInfo: { name: 'share-contracts' } } },
    ]);
    expect(stderr).toContain('printed by a behaviour');
    expect(stderr).toContain('Serving an agent on stdin and stdout, with a mock of its own.');
  });

  test('ends by a signal', async () => {
    const { child, say, ended } = startProgram([]);
    say({ jsonrpc: '2.0', id: 1, method: 'initialize', params: INITIALIZE });
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });

  test('answers what is no protocol by an error, and goes on', async () => {
    const { child, say, ended } = startProgram([]);
    child.stdin.write('{"jsonrpc":\nhello\n');
    say({ jsonrpc: '2.0', id: 7, method: 'initialize', params: INITIALIZE });
    await once(child.stdout, 'data');
    child.stdin.end();
    const { code, stdout } = await ended;
    expect(code).toBe(0);
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ id: 7 });
  });

  test('serves its mock on a port as well, with the same state', async () => {
    await using agent = await agentOfProgram(['--port', '0']);
    const { data } = await agent.call('list_apis');
    const [{ url }] = data.apis;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/crego$/);
    expect((await fetch(`${url}/seen-by-the-agent`)).status).toBe(404);
    const journal = await agent.call('read_journal');
    expect(journal.data.entries).toMatchObject([{ url: `${url}/seen-by-the-agent` }]);
  });

  test('drives a mock that runs already, with its token', async () => {
    const folder = await makeFolder();
    const file = await folder.write('token', 'secret\n');
    await using mock = await callMock(['--control-token', 'secret']);
    await using agent = await agentOfProgram(['--url', mock.url, '--control-token-file', file]);
    const { data } = await agent.call('set_scenario', { scenario: 'empty' });
    expect(data.sandbox.scenario).toBe('empty');
    await using stranger = await agentOfProgram(['--url', mock.url]);
    expect(await stranger.call('list_apis')).toMatchObject({
      isError: true,
      text: 'list_apis: Send the control token as "Authorization: Bearer <token>".',
    });
  });

  test('says that no mock answers', async () => {
    const { url, end } = await callMock([]);
    await end('SIGTERM');
    await using agent = await agentOfProgram(['--url', url]);
    expect(await agent.call('list_apis')).toMatchObject({
      isError: true,
      text: `list_apis: no mock answers: connect ECONNREFUSED ${new URL(url).host}. Start one with "share-contracts mock".`,
    });
  });

  test('has no schemas of an API that the project here does not have', async () => {
    const folder = await makeFolder();
    await using mock = await callMock([]);
    await using agent = await agentOfProgram(['--url', mock.url], { cwd: folder.path });
    const { data } = await agent.call('get_operation', { api: 'crego', operation: 'listShares' });
    expect(data).toMatchObject({
      id: 'listShares',
      schemas: null,
      notes: ['Parameters and schemas are not shown, because the contract is not at hand here.'],
    });
    const { text } = await agent.call('verify_url', { url: 'http://127.0.0.1:1', api: 'crego' });
    expect(text).toContain('its contract is not at hand');
  });

  test.each<[args: readonly string[], message: string]>([
    [
      ['--url', 'localhost'],
      '--url: expected a URL such as https://api.example.com, found "localhost".',
    ],
    [
      ['--url', 'http://localhost:4010/_mock'],
      '--url: expected the origin of a mock, http://localhost:4010, found "http://localhost:4010/_mock".',
    ],
    [
      ['--url', 'http://localhost:4010', 'crego'],
      '--url is for a mock that runs already: expected neither APIs nor --port beside it. Leave out one of them.',
    ],
    [['creg'], 'Unknown API "creg"'],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await callProgram(['mcp', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});

describe('mock', () => {
  test('loads what serves agents for the first of them', async () => {
    const folder = await makeFolder();
    const report = folder.at('loaded.json');
    // Hears of each module that is imported, and says so at the end.
    const script = `import { registerHooks } from 'node:module';
import { writeFileSync } from 'node:fs';
const urls = [];
registerHooks({ resolve(specifier, context, next) { const found = next(specifier, context); urls.push(found.url); return found; } });
process.on('exit', () => writeFileSync(${JSON.stringify(report)}, JSON.stringify(urls)));`;
    const env = {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}`,
    };
    const loadedAfter = async (path: string) => {
      const mock = await startMock(['--port', '0', '--quiet'], { env });
      const body = JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: INITIALIZE,
      });
      const headers = {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      };
      const { status } = await fetch(`${mock.url}${path}`, { method: 'POST', headers, body });
      await mock.end('SIGTERM');
      const urls: string[] = JSON.parse(await readFile(report, 'utf8'));
      return {
        status,
        isLoaded: urls.some((url) => /modelcontextprotocol|\/src\/mcp\//.test(url)),
      };
    };
    expect(await loadedAfter('/_mock/sandboxes/default/reset')).toEqual({
      status: 200,
      isLoaded: false,
    });
    expect(await loadedAfter('/_mock/mcp')).toEqual({ status: 200, isLoaded: true });
  });
});
