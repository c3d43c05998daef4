import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { mockOf } from '../../support/test-mock.ts';

const run = promisify(execFile);
const LIBRARY = new URL('../../../src/mock/prism/prism-library.ts', import.meta.url).href;

/** Names the late libraries of which a module loads files, in a process of its own. */
async function listLateLibraries(module: string): Promise<string[]> {
  const script = `
    import { registerHooks } from 'node:module';
    const found = new Set();
    registerHooks({ load(url, context, next) {
      found.add(/node_modules\\/(@faker-js\\/faker|json-schema-faker|postman-collection)\\//.exec(url)?.[1]);
      return next(url, context);
    } });
    await import('${module}');
    console.log(JSON.stringify([...found].filter((name) => name !== undefined).sort()));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script]);
  return JSON.parse(stdout);
}

describe('Prism', () => {
  test('loads faker, its generators and the library of Postman collections', async () => {
    const late = await listLateLibraries('@stoplight/prism-http');
    expect(late).toEqual(['@faker-js/faker', 'json-schema-faker', 'postman-collection']);
  });

  test('loads none of them through this module', async () => {
    expect(await listLateLibraries(LIBRARY)).toEqual([]);
  });

  test('generates what x-faker names', async () => {
    const schema = { type: 'string', 'x-faker': 'internet.email' };
    const responses = { 200: { content: { 'application/json': { schema } } } };
    const ask = mockOf({ paths: { '/email': { get: { responses } } } });
    const answer = await ask('/email', { headers: { prefer: 'dynamic=true' } });
    expect(await answer.json()).toMatch(/^\S+@\S+\.\w+$/);
  });
});
