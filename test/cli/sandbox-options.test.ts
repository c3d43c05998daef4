import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../src/apis/root.ts';
import { environmentOf } from '../../src/cli/cli-environment.ts';
import { createProgram } from '../../src/cli/create-program.ts';
import { callMock, callProgram } from './call-program.ts';
import { useFolder } from './use-folder.ts';

const MOCK = pathToFileURL(join(ROOT, 'src/mock/create-mock.ts')).href;
const NOTES = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      operationId: countNotes
      responses:
        "200":
          description: Count.
          content: { application/json: { schema: { type: integer }, examples: { none: { value: 0 } } } }
    post:
      operationId: addNote
      responses: { "204": { description: Added. } }
`;
const BEHAVIOUR = `import { defineBehaviour, defineTable } from '${MOCK}';
export const behaviour = defineBehaviour()({
  epoch: '2020-01-01T00:00:00Z',
  tables: { notes: defineTable()({ key: ({ id }) => id }) },
  seeds: { default: () => {}, one: ({ tables }) => tables.notes.put({ id: 'one' }) },
  handlers: {
    countNotes: ({ tables }) => ({ status: 200, body: tables.notes.size }),
    addNote: ({ tables, random }) => {
      tables.notes.put({ id: random.uuid() });
      return { status: 204 };
    },
  },
});
`;
const FILES = {
  'notes.yaml': NOTES,
  'notes.ts': BEHAVIOUR,
  'scenarios.yaml': 'one:\n  summary: One note.\n  seed: one\n',
  'broken.yaml': 'one:\n  summary: One note.\n  seed: two\n',
  'ancient.ts': BEHAVIOUR.replace('2020-', '1920-'),
  'empty.ts': 'export const rules = 1;\n',
  'malformed.ts': 'export const = 1;\n',
};

const LIST = '/crego/documents/01JQ8MZ0P94HR6HSH1DGY5VNH9/shares/';
const signedIn = { headers: { authorization: 'Bearer x' } };

describe.concurrent('share-contracts mock', () => {
  useFolder(FILES);

  const start = (...args: string[]) => callMock(args);
  const run = (...args: string[]) => callProgram(['mock', '--port', '0', ...args]);

  test('begins in a scenario and at an instant', async ({ expect }) => {
    await using mock = await start('--scenario', 'many', '--clock', '2031-02-03T04:05:06Z');
    const page = await fetch(mock.url + LIST, signedIn).then((response) => response.json());
    expect(page.count).toBe(250);
    const clock = await fetch(`${mock.url}/_mock/sandboxes/default/clock`);
    expect((await clock.json()).apis.crego).toMatch(/^2031-02-03T04:05:/);
    // The seed moved with the clock: the newest share is as old as in the examples.
    expect(page.results[0].created_at).toMatch(/^2031-02-03T02:49:/);
  });

  test('accepts given credentials alone where authentication is strict', async ({ expect }) => {
    await using mock = await start('--strict-auth', '--credential', 'a', '--credential', 'x');
    expect((await fetch(mock.url + LIST, signedIn)).status).toBe(200);
    const headers = { authorization: 'Bearer other' };
    expect((await fetch(mock.url + LIST, { headers })).status).toBe(401);
  });

  test('knows nothing that nobody created in a closed world', async ({ expect }) => {
    await using mock = await start('--closed-world');
    const url = `${mock.url}/crego/documents/01ARZ3NDEKTSV4RRFFQ69G5FAV/shares/`;
    expect((await fetch(url, signedIn)).status).toBe(404);
  });

  test('says which sandbox had to go', async ({ expect }) => {
    await using mock = await start('--max-sandboxes', '1');
    for (const name of ['a', 'b']) await fetch(`${mock.url}/~${name}${LIST}`, signedIn);
    const { stderr } = await mock.end('SIGINT');
    expect(stderr).toContain('Sandbox "a" was unused for longest and had to go.');
  });

  test('lets pages of named origins call the control API with its token', async ({ expect }) => {
    const origins = ['http://localhost:5173', 'http://localhost:5174'];
    const named = origins.flatMap((origin) => ['--control-origin', origin]);
    await using mock = await start('--control-token', 'secret', ...named);
    const statuses = [...origins, 'http://localhost:5175'].map(async (origin) => {
      const headers = { origin, authorization: 'Bearer secret' };
      return (await fetch(`${mock.url}/_mock/health`, { headers })).status;
    });
    expect(await Promise.all(statuses)).toEqual([200, 200, 403]);
  });

  test('names no origin without a control token', async ({ expect }) => {
    const { code, stderr } = await run('--control-origin', 'http://localhost:5173');
    expect(code).toBe(2);
    expect(stderr).toContain(
      '--control-origin http://localhost:5173: expected a control token as well, found none. Give one with --control-token-file',
    );
  });

  test.each(['*', 'null', 'localhost:5173', 'http://localhost:5173/app'])(
    'refuses %j as an origin',
    async (origin) => {
      const { code, stderr } = await run('--control-token', 'secret', '--control-origin', origin);
      expect(code).toBe(2);
      expect(stderr).toContain(`found "${origin}"`);
    },
  );

  test('opens the control API by a token', async ({ expect }) => {
    await using mock = await start('--control-token', 'secret');
    expect((await fetch(`${mock.url}/_mock/health`)).status).toBe(401);
    const headers = { authorization: 'Bearer secret' };
    expect((await fetch(`${mock.url}/_mock/health`, { headers })).status).toBe(200);
  });

  test('opens the control API by a token of the environment', async ({ expect }) => {
    const env = { SHARE_CONTRACTS_CONTROL_TOKEN: 'secret' };
    await using mock = await callMock([], { env });
    expect((await fetch(`${mock.url}/_mock/health`)).status).toBe(401);
    const headers = { authorization: 'Bearer secret' };
    expect((await fetch(`${mock.url}/_mock/health`, { headers })).status).toBe(200);
  });

  test('acts out a foreign file by a behaviour and its scenarios', async ({ expect }) => {
    const options = ['--behaviour', 'notes.ts', '--scenarios', 'scenarios.yaml'];
    await using mock = await start('notes.yaml', ...options);
    const count = (headers = {}) =>
      fetch(`${mock.url}/notes`, { headers }).then((response) => response.json());
    expect(await count()).toBe(0);
    await fetch(`${mock.url}/notes`, { method: 'POST' });
    expect(await count()).toBe(1);
    expect(await count({ 'x-mock-sandbox': 'other' })).toBe(0);
    expect(await count({ 'x-mock-scenario': 'one' })).toBe(1);
  });

  const options = listOptionsWithValues();

  test('has options with values', ({ expect }) => {
    expect(options.length).toBeGreaterThan(10);
  });

  test.each(
    options.flatMap((flag) => [
      [flag, ''],
      [flag, ' '],
    ]),
  )('refuses %s %j', async (flag, value) => {
    const { code, stdout, stderr } = await run(flag, value, 'notes.yaml');
    expect(stderr).toMatch(/^(error: option '|Unknown scenario ).*\n$/);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test.each([
    [['--errors=']],
    [['--cors=']],
    [['']],
    [[' ']],
    [['a=notes.yaml', '']],
    [['a=']],
    [['notes.yaml', '--behaviour', 'notes.yaml=']],
    [['notes.yaml', '--scenarios', 'notes.yaml=']],
  ])('refuses %j, as an unset variable would have it', async (args) => {
    const { code, stdout, stderr } = await run(...args);
    expect(stderr).not.toBe('');
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test.each([
    [['--scenario', 'mony'], 'Unknown scenario "mony". Known: default, empty, one, many'],
    [['--clock', 'noon'], 'Expected examples, now, or an instant such as'],
    [['--clock', '9999-12-31T23:59:59Z'], 'Expected an instant from 1970-01-01T00:00:00Z to 9998-'],
    [['--clock', '1969-12-31'], 'Expected an instant from 1970-01-01T00:00:00Z to 9998-'],
    [['--state-repair'], '--state-repair needs the file of --state.'],
    [['--max-sandboxes', '0'], 'Expected a number of at least 1.'],
    [
      ['--behaviour', 'notes.ts'],
      '--behaviour is for files: what belongs to an API of a project stands in its redocly.yaml.',
    ],
    [['notes.yaml', '--behaviour', 'none.ts'], 'none.ts: the module cannot be loaded: '],
    [['notes.yaml', '--behaviour', 'malformed.ts'], 'malformed.ts: the module cannot be loaded: '],
    [
      ['notes.yaml', '--behaviour', 'ancient.ts'],
      'ancient.ts: expected an epoch from 1970-01-01T00:00:00Z to 9998-12-31T23:59:59Z, found "1920-01-01T00:00:00Z".',
    ],
    [
      ['notes.yaml', '--behaviour', 'empty.ts'],
      'empty.ts: expected a module that exports "behaviour" as defineBehaviour makes it, found the exports rules.',
    ],
    [
      ['a=notes.yaml', 'b=notes.yaml', '--behaviour', 'notes.ts'],
      '--behaviour notes.ts is for none of the files. Name one of them, as in a=notes.ts.',
    ],
    [
      ['notes.yaml', '--behaviour', 'notes.ts', '--scenarios', 'broken.yaml'],
      'broken.yaml#/one/seed: expected one of default, one, found "two".',
    ],
    [['notes.yaml', '--scenarios', 'none.yaml'], 'none.yaml: expected a file, found nothing.'],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await run(...args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});

/** Long flags of all options of `mock` that take a value. */
function listOptionsWithValues(): string[] {
  const program = createProgram(environmentOf(process), () => {});
  const mock = program.commands.find((command) => command.name() === 'mock');
  return (mock?.options ?? []).filter(({ required }) => required).map(({ long }) => long ?? '');
}
