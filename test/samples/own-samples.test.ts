import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../src/apis/mock.ts';
import { createClient } from '../../src/generated/mock-control/client.ts';
import { compileStrictly } from '../support/compile-strictly.ts';
import { OWN_APIS } from '../support/own-project.ts';

const run = promisify(execFile);
const FOLDER = 'dist/samples';
const MARK = '\n@@';

/** Documented requests that the mock refuses for a reason that is no fault of theirs. */
const REFUSED = [
  // The group of the documented user has not the permission.
  'createFileUrls: documented-archive',
  // Its signature is documented, and has long expired.
  'getFileContent: null',
];

let mock: Mock;
let origin: string;
beforeAll(async () => {
  mock = await createMock({ project: '.' });
  origin = (await mock.listen()).url;
  await mkdir(FOLDER, { recursive: true });
});
afterAll(async () => {
  await mock.close();
  await rm(FOLDER, { recursive: true });
});

/** Samples of all operations, as the control API tells them. */
async function listSamples(api: string) {
  const control = createClient({ baseUrl: `${origin}/_mock` });
  const { operations } = await control.listApiOperations({ path: { api } });
  const all = await Promise.all(
    operations.map(({ id }) => control.getApiOperation({ path: { api, operation: id } })),
  );
  return all.flatMap(({ id, samples }) =>
    samples.map((sample, index) => ({
      ...sample,
      id,
      name: `${api}-${id}-${index}`,
      isRefused: REFUSED.includes(`${id}: ${sample.example}`),
    })),
  );
}

describe.each(OWN_APIS.map(({ name }) => name))('samples of %s', (api) => {
  test('are there for every operation', async () => {
    const control = createClient({ baseUrl: `${origin}/_mock` });
    const { operations } = await control.listApiOperations({ path: { api } });
    const shown = new Set((await listSamples(api)).map(({ id }) => id));
    expect(operations.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });

  test('succeed as commands', async () => {
    const failed: string[] = [];
    for (const { curl, name } of await listSamples(api)) {
      // Each begins with the documented state.
      const command = curl.replace(origin, `${origin}/~${name}`);
      const options = `--silent --write-out '${MARK}%{http_code} %header{x-mock-violations}'`;
      const { stdout } = await run('bash', ['-c', `${command} ${options}`]);
      const [body = '', outcome = ''] = stdout.split(MARK);
      if (!/^[23]\d\d $/.test(outcome)) failed.push(`${outcome}\n${command}\n${body}`);
    }
    expect(failed).toEqual([]);
  });

  test('compile and run as modules', { timeout: 60_000 }, async () => {
    const modules = (await listSamples(api)).flatMap(({ call, name, isRefused }) =>
      call === null ? [] : [{ call, name, isRefused, file: join(FOLDER, `${name}.ts`) }],
    );
    await Promise.all(
      modules.map(({ call, name, file }) =>
        writeFile(file, call.replace(origin, `${origin}/~call-${name}`)),
      ),
    );
    const files = modules.map(({ file }) => file);
    expect(compileStrictly(files)).toEqual([]);
    const imports = files.map((file) => {
      const path = JSON.stringify(resolve(file));
      return `await import(${path}).catch((error) => failed.push([${path}, String(error)]));`;
    });
    const code = `const failed = []; console.log = () => {}; ${imports.join('\n')} process.stdout.write(JSON.stringify(failed));`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code]);
    const refused = modules.filter(({ isRefused }) => isRefused);
    const failed: readonly (readonly string[])[] = JSON.parse(stdout);
    expect(failed).toEqual(refused.map(({ file }) => [resolve(file), expect.any(String)]));
  });
});
