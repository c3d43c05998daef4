import { describe, expect, test } from 'vitest';
import { callMock, callProgram } from './call-program.ts';
import { useFolder } from './use-folder.ts';

const operation = (parameters = '') =>
  `{ get: { ${parameters}responses: { "200": { description: OK, content: { text/plain: { example: own } } } } } }`;
const header = (name: string) =>
  operation(`parameters: [{ name: ${name}, in: header, schema: { type: string } }], `);
const document = (paths: string) =>
  `openapi: 3.1.0\ninfo: { title: Test, version: "1" }\npaths:\n${paths}`;

const FILES = {
  'own.yaml': document(`  /~{user}: ${operation()}
  /~: ${operation()}
  /_mock/health: ${operation()}
  /tea: ${header('X-Mock-Sandbox')}
  /milk: ${header('X-Mock-Scenario')}
`),
  'twins.yaml': document(`  /a/{x}: ${operation()}
  /a/{y}: ${operation()}
  /b: ${operation()}
  /b#c: ${operation()}
`),
  'many.yaml': document(
    Array.from({ length: 7 }, (_, at) => `  /~${at}: ${operation()}\n`).join(''),
  ),
  'fine.yaml': document(`  /a/{x}: ${operation()}\n  /docs/~{y}: ${operation()}\n`),
};

describe.concurrent('share-contracts mock', () => {
  useFolder(FILES);

  /** What is said after the start message. */
  const startAndEnd = async (...args: string[]) => {
    await using mock = await callMock(args);
    const { stderr } = await mock.end('SIGINT');
    return stderr.replace(/^[\s\S]*?Stop it with Ctrl\+C\.\n/, '');
  };

  test('says at start which paths and headers it takes for its own, and what moves them', async ({
    expect,
  }) => {
    expect(await startAndEnd('own.yaml')).toMatchInlineSnapshot(`
      "own.yaml:4:15: "/~{user}" is taken for the name of a sandbox. Start with --no-sandboxes to serve it.
      own.yaml:5:9: "/~" is taken for the name of a sandbox. Start with --no-sandboxes to serve it.
      own.yaml:6:20: "/_mock/health" is answered by the control API. Move that with --control-path <path> to serve it.
      own.yaml:7:11: "X-Mock-Sandbox" is read by the mock, as the choice of a sandbox or scenario. Start with --no-sandboxes to leave it to the file.
      own.yaml:8:12: "X-Mock-Scenario" is read by the mock, as the choice of a sandbox or scenario. Start with --no-sandboxes to leave it to the file.
      "
    `);
  });

  test('says at start which operations are not reached', async ({ expect }) => {
    expect(await startAndEnd('twins.yaml')).toMatchInlineSnapshot(`
      "twins.yaml:5:13: "get /a/{y}" is never reached, because "get /a/{x}" has the same requests. Give it another path.
      twins.yaml:7:11: "get /b#c" is reached as "/b%23c" alone, because "get /b" has the same requests. Give it another path.
      "
    `);
  });

  test('counts what is too much to be read', async ({ expect }) => {
    const lines = (await startAndEnd('many.yaml')).trim().split('\n');
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toBe('And 2 more of this kind.');
  });

  test.each([[['fine.yaml']], [['name=own.yaml', '--no-sandboxes']], [[]]])(
    'says nothing of %j',
    async (args) => {
      expect(await startAndEnd(...args)).toBe('');
    },
  );

  test('serves them where ours are moved', async ({ expect }) => {
    await using mock = await callMock([
      'own.yaml',
      '--no-sandboxes',
      '--control-path',
      '/__control',
    ]);
    for (const path of ['/~joe', '/~', '/_mock/health']) {
      expect(await (await fetch(mock.url + path)).text()).toBe('own');
    }
    const control = await fetch(`${mock.url}/__control/health`);
    expect(await control.json()).toMatchObject({ status: 'ok' });
    const { stderr } = await mock.end('SIGINT');
    expect(stderr).not.toContain('own.yaml:');
  });

  test.each(['', '/', '_mock', '/a/', '/a//b', '/..', '/a/../b', '/~a', '/a?b'])(
    'refuses the control path "%s"',
    async (path) => {
      const { code, stderr } = await callProgram(['mock', 'fine.yaml', '--control-path', path]);
      expect(stderr).toContain('Expected a path such as /__mock');
      expect(code).toBe(2);
    },
  );
});
