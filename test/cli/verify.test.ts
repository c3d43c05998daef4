import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Project } from '../../src/project/project.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { makeCertificate } from '../verify/send/make-certificate.ts';
import { serve, serveBytes, serveHttp } from '../verify/send/raw-server.ts';
import { CREGO_TOKEN, startCrego } from '../verify/servers/crego-forty.ts';
import { callProgram } from './call-program.ts';
import { apiIn, projectIn } from './project-in.ts';

const NOTES = `openapi: 3.1.0
info: { title: Notes, version: '1' }
paths:
  /notes:
    get:
      operationId: listNotes
      parameters: [{ name: size, in: query, schema: { type: integer, minimum: 1 } }]
      responses:
        '200': { description: All., content: { application/json: { schema: { type: array, items: { type: object } } } } }
        '400': { description: Refused. }
    post:
      operationId: createNote
      requestBody: { required: true, content: { application/json: { schema: { type: object } } } }
      responses: { '201': { description: Made. } }
  /state:
    get:
      operationId: showState
      responses: { '200': { description: Fine. } }
`;

const CREGO_HEADER = `Authorization: Bearer ${CREGO_TOKEN}`;

/** Answers a list of notes as its contract says. */
const listNotes: RequestListener = ({ method, url = '' }, response) => {
  const [path, query = ''] = url.split('?');
  const size = new URLSearchParams(query).get('size') ?? '1';
  if (path !== '/notes' && path !== '/state') response.writeHead(404).end();
  else if (method !== 'GET') response.writeHead(405).end();
  else if (!/^[1-9]\d*$/.test(size)) response.writeHead(400).end();
  else if (path === '/state') response.end();
  else response.writeHead(200, { 'content-type': 'application/json' }).end('[]');
};

/** Starts Crego's server of a new user. */
async function crego(options?: { readonly isRight: boolean }): Promise<string> {
  const { url, close } = await startCrego(options);
  onTestFinished(close);
  return url;
}

/** Writes the contract of notes, and runs the program on it. */
async function callNotes(...args: readonly string[]) {
  const folder = await makeFolder();
  const file = await folder.write('notes.yaml', NOTES);
  const outcome = await callProgram(['verify', file, ...args]);
  return { ...outcome, folder };
}

/** Leaves out ports, times and counts that depend on the pace. */
function mask(text: string): string {
  return text
    .replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT')
    .replaceAll(/[\d.]+ s\b/g, 'TIME')
    .replaceAll(/"(?:startedAt|milliseconds)": [^\n]*/g, '"TIME"')
    .replaceAll(/\/tmp\/share-contracts-test-\w+/g, 'FOLDER');
}

describe('verify', () => {
  test('names the four defects of a server of a new user, and what it does not have', async () => {
    const url = await crego();
    const { code, stdout } = await callProgram(['verify', 'crego', '--url', url, '--write']);
    expect(mask(stdout)).toMatchSnapshot();
    expect(code).toBe(1);
  });

  test('has nothing but a warning against the right one, and operations that are not there', async () => {
    const url = await crego({ isRight: true });
    const given = ['--write', '--no-workflows', '--header', CREGO_HEADER];
    const { code, stdout } = await callProgram(['verify', 'crego', '--url', url, ...given]);
    expect(mask(stdout)).toMatchSnapshot();
    expect(code).toBe(1);
  });

  test('returns 0 for a server that keeps its contract, and asks nothing that writes', async () => {
    const methods = new Set<string | undefined>();
    const url = await serveHttp((request, response) => {
      methods.add(request.method);
      listNotes(request, response);
    });
    const { code, stdout } = await callNotes('--url', url);
    expect(stdout).toContain('Not asked (it may change something; --write allows it): createNote.');
    expect(stdout).toContain('No findings');
    expect(code).toBe(0);
    expect([...methods]).toEqual(['GET']);
  });

  test('returns 1 for warnings where that is asked for', async () => {
    const url = await serveHttp((request, response) => {
      if (request.method === 'PUT' || request.method === 'DELETE') response.end();
      else listNotes(request, response);
    });
    const args = ['--url', url, '--write'];
    const { stdout } = await callNotes(...args);
    expect(stdout).toContain('Accepted what is forbidden');
    expect((await callNotes(...args, '--error-on-warnings')).code).toBe(1);
  });

  test('prints the report as JSON, and nothing else', async () => {
    const url = await serveHttp(listNotes);
    const { code, stdout, stderr } = await callNotes('--url', url, '--json');
    const report: unknown = JSON.parse(stdout);
    expect(JSON.stringify(report)).toContain(url);
    expect([code, stderr]).toEqual([0, '']);
  });

  test.for([
    ['html', '<!doctype html>'],
    ['json', '"id": "listNotes"'],
    ['junit', '<testsuites'],
    ['sarif', '"version": "2.1.0"'],
    ['ctrf', '"reportFormat": "CTRF"'],
    ['markdown', '| operation'],
  ] as const)('writes a report as %s', async ([format, part]) => {
    const url = await serveHttp(listNotes);
    const folder = await makeFolder();
    const file = folder.at(`report.${format}`);
    const { code } = await callNotes('--url', url, '--report', `${format}=${file}`);
    expect(code).toBe(0);
    expect(await readFile(file, 'utf8')).toContain(part);
  });

  test.for<[string, readonly string[]]>([
    ['no URL', []],
    ['a URL that is none', ['--url', 'localhost:80']],
    ['credentials in the URL', ['--url', 'http://a:b@127.0.0.1:1']],
    ['a header without a value', ['--url', 'http://127.0.0.1:1', '-H', 'X-Key:']],
    ['a credential without a secret', ['--url', 'http://127.0.0.1:1', '--credential', 'token=']],
    ['a value without a name', ['--url', 'http://127.0.0.1:1', '--set', '=1']],
    ['a seed that is no number', ['--url', 'http://127.0.0.1:1', '--seed', 'x']],
    ['no time', ['--url', 'http://127.0.0.1:1', '--timeout', '0']],
    ['no requests', ['--url', 'http://127.0.0.1:1', '--max-requests', '0']],
    ['an unknown report', ['--url', 'http://127.0.0.1:1', '--report', 'pdf=a']],
    ['a report without a file', ['--url', 'http://127.0.0.1:1', '--report', 'html']],
    ['--deep without --write', ['--url', 'http://127.0.0.1:1', '--deep']],
  ])('refuses %s', async ([, args]) => {
    const { code, stdout, stderr } = await callNotes(...args);
    expect(mask(stderr)).toMatchSnapshot();
    expect([code, stdout]).toEqual([2, '']);
  });

  test('refuses a name that the project does not have', async () => {
    const { code, stderr } = await callProgram(['verify', 'crgo', '--url', 'http://127.0.0.1:1']);
    expect(stderr).toContain('Did you mean "crego"?');
    expect(code).toBe(2);
  });
});

describe('verify of a project', () => {
  test('asks each API that has a URL, and no other', async () => {
    const url = await serveHttp(listNotes);
    const project = await writeProject((root) => [
      apiIn(root, 'notes', { verify: { url } }),
      apiIn(root, 'others'),
      apiIn(root, 'memos', { verify: { url: `${url}/` } }),
    ]);
    const { code, stdout } = await callProgram(['verify'], { findProject: async () => project });
    expect(stdout.match(/^Notes at .*$/gm)).toEqual([`Notes at ${url}`, `Notes at ${url}`]);
    expect(code).toBe(0);
  });

  test('fails for one server of several', async () => {
    const url = await serveHttp(listNotes);
    const wrong = await serveHttp((_, response) => response.writeHead(500).end());
    const project = await writeProject((root) => [
      apiIn(root, 'notes', { verify: { url } }),
      apiIn(root, 'memos', { verify: { url: wrong } }),
    ]);
    const { code, stdout } = await callProgram(['verify'], { findProject: async () => project });
    expect(stdout).toContain('Server error');
    expect(code).toBe(1);
  });

  test('sends what the settings say, with secrets of the environment, and options before them', async () => {
    const seen = new Set<string>();
    const url = await serveHttp((request, response) => {
      const { authorization, 'x-team': team } = request.headers;
      seen.add(`${authorization} ${String(team)}`);
      listNotes(request, response);
    });
    const project = await writeProject((root) => [
      apiIn(root, 'notes', {
        verify: {
          url,
          headers: { Authorization: `Bearer ${variable('NOTES_TOKEN')}`, 'X-Team': 'red' },
        },
      }),
    ]);
    const given = { findProject: async () => project, env: { NOTES_TOKEN: 'sesame' } };
    const { code } = await callProgram(['verify', '-H', 'X-Team: blue'], given);
    expect([...seen]).toEqual(['Bearer sesame blue']);
    expect(code).toBe(0);
  });

  test.for<[string, Readonly<Record<string, unknown>>]>([
    ['an unknown setting', { urls: [] }],
    ['a sign-in without a token', { url: 'http://127.0.0.1:1', signIn: { operation: 'a' } }],
    ['a variable that is not set', { url: `http://${variable('NOWHERE')}` }],
  ])('refuses %s', async ([, verify]) => {
    const project = await writeProject((root) => [apiIn(root, 'notes', { verify })]);
    const given = { findProject: async () => project };
    const { code, stderr } = await callProgram(['verify', 'notes'], given);
    expect(mask(stderr)).toMatchSnapshot();
    expect(code).toBe(2);
  });

  test('refuses one URL for several APIs', async () => {
    const project = await writeProject((root) => [apiIn(root, 'notes'), apiIn(root, 'memos')]);
    const given = { findProject: async () => project };
    const { code, stderr } = await callProgram(['verify', '--url', 'http://127.0.0.1:1'], given);
    expect(stderr).toBe('--url is for one API, but there are several: notes, memos. Name one.\n');
    expect(code).toBe(2);
  });
});

describe('verify of a hostile server', () => {
  test('says that it is not there', async () => {
    const url = await serveHttp(() => {});
    const { code, stdout, stderr } = await callNotes('--url', url.replace(/\d+$/, '1'));
    expect(stderr).toMatch(
      /expected a connection, found that the connection is refused \(ECONNREFUSED\)\. Start the server, or correct --url\.\n$/,
    );
    expect([code, stdout]).toEqual([2, '']);
  });

  test('says once that credentials are wrong, and runs no workflow', async () => {
    const url = await crego({ isRight: true });
    const args = ['--url', url, '--write', '-H', 'Authorization: Bearer wrong'];
    const { code, stdout } = await callProgram(['verify', 'crego', ...args]);
    expect(mask(stdout)).toMatchSnapshot();
    expect(code).toBe(1);
  });

  test('refuses a self-signed certificate unless that is allowed', async () => {
    const url = await serve(createSecureServer(await makeCertificate(), listNotes), 'https');
    const refused = await callNotes('--url', url);
    expect(refused.stderr).toContain(
      'expected a certificate of a known authority, found a self-signed one (DEPTH_ZERO_SELF_SIGNED_CERT). Allow it with --insecure',
    );
    expect(refused.code).toBe(2);
    expect((await callNotes('--url', url, '--insecure')).code).toBe(0);
  });

  test.for<[string, () => Promise<string>]>([
    ['hangs', () => serveHttp(() => {})],
    ['hangs in the middle', () => serveHttp((_, response) => response.write('['))],
    ['sends garbage', () => serveBytes((socket) => socket.end('\u0000\u0001garbage'))],
    ['sends nothing', () => serveBytes((socket) => socket.end())],
    ['sends endless bodies', () => serveHttp((_, response) => sendEndless(response))],
    ['sends JSON that is none', () => serveHttp((_, response) => sendJson(response, '{"a":'))],
    ['says another encoding', () => serveHttp((_, response) => sendGzip(response))],
  ])('ends where it %s', async ([, start]) => {
    const args = ['--timeout', '200ms', '--max-bytes', '100kb'];
    const { code, stdout, stderr } = await callNotes('--url', await start(), ...args);
    expect(mask(stdout + stderr)).toMatchSnapshot();
    expect([1, 2]).toContain(code);
  });

  test.for<[string, (socket: Socket) => unknown, string]>([
    ['drops a connection', (socket) => socket.destroy(), 'Unreadable answer'],
    ['hangs once', () => {}, 'Too slow'],
  ])('goes on where it %s', async ([, act, title]) => {
    let count = 0;
    const url = await serveHttp((request, response) => {
      count += 1;
      if (count === 4) act(request.socket);
      else sendJson(response, '{}');
    });
    const { code, stdout } = await callNotes('--url', url, '--timeout', '300ms');
    expect(stdout).toContain('Answer breaks its schema');
    expect(stdout).toContain(title);
    expect(stdout).not.toContain('Ended early');
    expect(code).toBe(1);
  });

  test('tells what was found before it is gone', async () => {
    let count = 0;
    const url = await serveHttp((request, response) => {
      count += 1;
      if (count > 3) request.socket.destroy();
      else sendJson(response, '{}');
    });
    const { code, stdout } = await callNotes('--url', url);
    expect(stdout).toContain('Answer breaks its schema');
    expect(stdout).toContain('Ended early: Stopped: 4 requests in a row had no answer');
    expect(code).toBe(1);
  });

  test('follows no redirect to another host, and names it', async () => {
    let asked = 0;
    const elsewhere = await serveHttp((_, response) => {
      asked += 1;
      response.end();
    });
    const url = await serveHttp(({ url: target = '' }, response) => {
      response.writeHead(307, { location: elsewhere + target }).end();
    });
    const { code, stdout } = await callNotes('--url', url, '-H', 'Authorization: Bearer secret');
    expect(stdout).toContain(`307, a redirect to ${elsewhere}, which is not followed`);
    expect(stdout).not.toContain('secret');
    expect([code, asked]).toEqual([1, 0]);
  });

  test.for<[string, readonly string[], string]>([
    ['requests', ['--max-requests', '4'], 'Stopped after 4 requests, as --max-requests says.'],
    ['time', ['--max-time', '50ms'], 'Stopped after 50 ms, as --max-time says.'],
  ])('ends at the limit of %s, with what was found', async ([, args, sentence]) => {
    let count = 0;
    const url = await serveHttp((_, response) => {
      count += 1;
      // The last one is answered after the end of the run.
      if (count < 4) sendJson(response, '{}');
    });
    const { code, stdout } = await callNotes('--url', url, ...args);
    expect(stdout).toContain(`Ended early: ${sentence}`);
    expect(code).toBe(1);
  });
});

type Reply = Parameters<RequestListener>[1];

function sendJson(response: Reply, text: string): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(text);
}

function sendGzip(response: Reply): void {
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  response.writeHead(200, headers).end('no gzip');
}

function sendEndless(response: Reply): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const send = () => {
    while (response.write('[1,2,3,4]'.repeat(1000)));
    response.once('drain', send);
  };
  send();
}

/** Environment variable, as settings name it. */
function variable(name: string): string {
  return `\${${name}}`;
}

async function writeProject(listApis: (root: string) => Project['apis'][number][]) {
  const folder = await makeFolder();
  const apis = listApis(folder.path).map((api) => ({ ...api, contract: folder.at('notes.yaml') }));
  await folder.write('notes.yaml', NOTES);
  return projectIn(folder.path, apis);
}
