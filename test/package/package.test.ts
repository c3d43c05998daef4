import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { rolldown } from 'rolldown';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/apis/root.ts';
import { startProcess } from '../support/start-process.ts';
import { installPacked } from './install-packed.ts';

const run = promisify(execFile);

const installed = await installPacked();
afterAll(() => installed[Symbol.asyncDispose]());

const { folder, tarball, files, commandOf } = installed;
const cli = commandOf('share-contracts');
const manifest = JSON.parse(
  await readFile(join(folder, 'node_modules/share-contracts/package.json'), 'utf8'),
);

/** How modules were found before packages had exports, and how CommonJS finds them. */
const IGNORED = ['node10', 'node16-cjs'];

const STRICT = {
  strict: true,
  target: 'es2022',
  types: [],
  noEmit: true,
  skipLibCheck: false,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
};

const CONSUMER = `import { loadApis } from 'share-contracts/apis';
import { bearer, createClient } from 'share-contracts/client';
import { queryOptions } from 'share-contracts/client/tanstack';
import { createCloudreveClient } from 'share-contracts/clients/cloudreve';
import { createCraftkitClient } from 'share-contracts/clients/craftkit';
import { createCregoClient } from 'share-contracts/clients/crego';
import { createZohoWriterClient } from 'share-contracts/clients/zoho-writer';
import { loadContract } from 'share-contracts/contract';
import { listContractTests } from 'share-contracts/contract-tests';
import lintPlugin from 'share-contracts/lint';
import { createMock } from 'share-contracts/mock';
import { defineBehaviour } from 'share-contracts/mock/authoring';
import { createHandlers, fetchHandlers } from 'share-contracts/msw';
import { openStateFile } from 'share-contracts/state-file';
import { createMock as createTestMock, expectContract } from 'share-contracts/testing';
import { CoverageReporter } from 'share-contracts/testing/coverage';
import type { Share } from 'share-contracts/types/crego';
import { listShares } from 'share-contracts/validation/crego';
import { zShare } from 'share-contracts/zod/crego';

const crego = createCregoClient({ baseUrl: 'http://127.0.0.1:4010/crego', token: 'x' });
const params = { path: { document_id: '01JVVJNAVTB19FN3F7W1NHBPT6' } };
const { results } = await crego.listShares(params);
const [first]: Share[] = results;
// @ts-expect-error: the contract has no such member.
first?.expires;
export const mock = createMock({ apis: await loadApis({ names: ['crego'] }) });
export const project = await createMock({ project: '.' });
export const { queryKey } = queryOptions(crego.listShares, params);
export const handlers = [...createHandlers(mock), ...createHandlers(project, { sandbox: 'a' })];
export const others = [createCloudreveClient, createCraftkitClient, createZohoWriterClient];
export const tools = [bearer, createClient, defineBehaviour, lintPlugin, listContractTests];
export const more = [fetchHandlers, loadContract, openStateFile, zShare, listShares.responses[200]];
export const reporter = new CoverageReporter();
const tested = await createTestMock({ apis: ['crego'] });
const own = tested.sandbox('checkout');
export const shown = own.client('crego', createCregoClient, { token: 'x' }).listShares(params);
expectContract(own, { except: ['createShare'] });
await tested.close();
`;

const PETSTORE = `openapi: 3.0.3
info: { title: Petstore, version: 1.0.0 }
servers: [{ url: https://petstore.example/v1 }]
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200":
          description: All pets.
          content:
            application/json:
              schema: { type: array, items: { $ref: "#/components/schemas/Pet" } }
              example: [{ id: 1, name: Bello }, { id: 2, name: Mimi }]
    post:
      operationId: createPet
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/NewPet" } } }
      responses:
        "201":
          description: The new pet.
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
  /pets/{petId}:
    get:
      operationId: showPet
      parameters: [{ name: petId, in: path, required: true, schema: { type: integer } }]
      responses:
        "200":
          description: The pet.
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
components:
  schemas:
    NewPet:
      type: object
      required: [name]
      properties: { name: { type: string } }
    Pet:
      allOf:
        - $ref: "#/components/schemas/NewPet"
        - { type: object, required: [id], properties: { id: { type: integer } } }
`;

const CALL = `import { createClient } from './src/generated/petstore/client.ts';

const pets = createClient({ baseUrl: process.argv[2] + '/petstore/v1' });
const made = await pets.createPet.safe({ body: { name: 'Rex' } });
const shown = await pets.showPet({ path: { petId: made.data?.id ?? 0 } });
console.log(made.status, shown.id, shown.name);
`;

const VITEST_TEST = `import { mockTest } from 'share-contracts/testing/vitest';

const test = mockTest({ apis: ['crego'] });

test('the mock answers', async ({ mock, expect }) => {
  const response = await mock.fetch(mock.url('crego') + '/shares/unknown/preview/');
  expect(response.status).toBe(404);
});
`;

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in the folder of the consumer. */
function call(program: string, args: readonly string[]): Promise<Outcome> {
  return callIn(folder, program, args);
}

async function callIn(cwd: string, program: string, args: readonly string[]): Promise<Outcome> {
  try {
    const options = { cwd, maxBuffer: 2 ** 26 };
    const { stdout, stderr } = await run(process.execPath, [program, ...args], options);
    return { code: 0, stdout, stderr };
  } catch (error) {
    return Object.assign({ code: 1, stdout: '', stderr: '' }, error);
  }
}

/** Modules of the package that a program may import, but for JSON. */
const entries = Object.keys(manifest.exports).filter((path) => !path.endsWith('.json'));
/** Those that need a test runner, which nobody has to install for the others. */
const RUNNERS = ['./testing/playwright', './testing/vitest'];

describe('the package', () => {
  test('has what it needs to run, and nothing of the repository beside', () => {
    const allowed = /^(?:lib\/|CHANGELOG\.md$|LICENSE$|README\.md$|package\.json$)/;
    expect(files.filter((file) => !allowed.test(file))).toEqual([]);
    // A declaration is TypeScript that Node never reads.
    expect(files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))).toEqual([]);
    expect(files.filter((file) => file.includes('recordings'))).toEqual([]);
    expect(files).toContain('lib/openapi/crego/openapi.yaml');
    expect(files).toContain('lib/mocks/cloudreve/BEHAVIOUR.md');
  });

  test('says nothing of its development', () => {
    expect(Object.keys(manifest)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:private|scripts|devDependencies)$/)]),
    );
  });

  test('publint reports nothing', async () => {
    const { messages, pkg } = await publint({
      pack: { tarball: (await readFile(tarball)).buffer },
      strict: true,
    });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test('the types of every entry are found, in each way in which an ECMAScript module is', async () => {
    const attw = join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const config = ['--config-path', join(ROOT, '.attw.json')];
    const { stdout, code } = await call(attw, [tarball, ...config, '--format', 'json']);
    const { analysis } = JSON.parse(stdout);
    const found = analysis.problems.filter(
      ({ resolutionKind }: { resolutionKind: string }) => !IGNORED.includes(resolutionKind),
    );
    expect(found).toEqual([]);
    expect(Object.keys(analysis.entrypoints)).toEqual(Object.keys(manifest.exports));
    expect(code).toBe(0);
  });

  test('its command serves the APIs that ship with it, where there is no project', async () => {
    const listening = /listens on (http\S+)/;
    const server = await startProcess(cli, ['mock', '-p', '0'], listening, folder);
    const statusOf = async (path: string) => (await fetch(`${server.match}${path}`)).status;
    try {
      expect(await statusOf('/cloudreve/api/v4/site/ping')).toBe(200);
      expect(await statusOf('/_mock/health')).toBe(200);
      expect(await statusOf('/_mock/console/try-it.js')).toBe(200);
      const page = await fetch(server.match, { headers: { accept: 'text/html' } });
      expect(await page.text()).toMatch(/<script [^>]*src="[^"]*\/console-[\w-]{8}\.js"/);
      expect(await statusOf('/docs/')).toBe(200);
      expect(await statusOf('/docs/crego.html')).toBe(200);
      expect(await statusOf('/docs/guides/testing.html')).toBe(200);
      expect(await statusOf('/docs/about/comparison.html')).toBe(200);
      const script = await (await fetch(`${server.match}/docs/assets/site.js`)).text();
      // It is no module.
      expect(script).not.toMatch(/^export /m);
    } finally {
      await server.stop();
    }
    expect(await readdir(folder)).not.toContain('dist');
  });

  test('makes a project of a contract, of which each command does its part', async () => {
    const project = join(folder, 'project');
    await mkdir(project);
    await writeFile(join(project, 'petstore.yaml'), PETSTORE);
    const made = await callIn(project, cli, ['init', './petstore.yaml']);
    expect([made.code, made.stdout]).toEqual([0, '']);
    expect(made.stderr).not.toContain('Install the package');
    for (const args of [['generate', '--check'], ['lint'], ['test'], ['docs'], ['list']]) {
      const { code, stderr } = await callIn(project, cli, args);
      expect([args[0], code, stderr]).toEqual([args[0], 0, expect.any(String)]);
    }
    expect(await readdir(join(project, 'dist/docs'))).toContain('petstore.html');

    const listening = /listens on (http\S+)/;
    const server = await startProcess(cli, ['mock', '--stateful', '-p', '0'], listening, project);
    try {
      await writeFile(join(project, 'call.ts'), CALL);
      const called = await callIn(project, 'call.ts', [server.match]);
      expect(called).toEqual({ code: 0, stdout: '201 3 Rex\n', stderr: '' });
    } finally {
      await server.stop();
    }
  });

  test('every entry can be imported', async () => {
    const script = entries
      .filter((entry) => !RUNNERS.includes(entry))
      .map((entry) => `await import(${JSON.stringify(join('share-contracts', entry))});`)
      .join('\n');
    expect(await call('--input-type=module', ['--eval', script])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  test('its fixtures run under Vitest, which is installed beside', async () => {
    await writeFile(join(folder, 'share.test.js'), VITEST_TEST);
    const vitest = join(folder, 'node_modules/vitest/vitest.mjs');
    const { code, stdout, stderr } = await call(vitest, ['run', 'share.test', '--root', folder]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('1 passed');
  });

  test.each(['nodenext', 'bundler'])(
    'a strict program compiles against it under %s, its libraries checked',
    async (resolution) => {
      const module = resolution === 'bundler' ? 'esnext' : resolution;
      const config = {
        compilerOptions: { ...STRICT, module, moduleResolution: resolution },
        files: ['consumer.ts'],
      };
      await writeFile(join(folder, 'consumer.ts'), CONSUMER);
      await writeFile(join(folder, `tsconfig.${resolution}.json`), JSON.stringify(config));
      const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
      const outcome = await call(tsc, ['-p', `tsconfig.${resolution}.json`]);
      expect(outcome).toEqual({ code: 0, stdout: '', stderr: '' });
    },
  );

  test('its MSW handlers are bundled for a browser, without anything of Node', async () => {
    const input = 'handlers.js';
    await writeFile(join(folder, input), "export { fetchHandlers } from 'share-contracts/msw';\n");
    await using bundle = await rolldown({ cwd: folder, input, platform: 'browser' });
    const { output } = await bundle.generate({ format: 'esm' });
    const [chunk, ...others] = output;
    expect([others, chunk.imports]).toEqual([[], []]);
  });

  test('a client is bundled for a browser, and works with what a browser has', async () => {
    await writeFile(
      join(folder, 'page.js'),
      "export { createCloudreveClient as createClient } from 'share-contracts/clients/cloudreve';\n",
    );
    await using bundle = await rolldown({ cwd: folder, input: 'page.js', platform: 'browser' });
    const { output } = await bundle.generate({ format: 'iife', name: 'page', minify: true });
    const [chunk, ...others] = output;
    expect([others, chunk.imports]).toEqual([[], []]);
    const browser = {
      Request,
      Response,
      Headers,
      ReadableStream,
      AbortController,
      AbortSignal,
      clearTimeout,
      FormData,
      URLSearchParams,
    };
    const { createClient } = runInNewContext(`${chunk.code};page`, browser);
    const client = createClient({
      baseUrl: 'https://a.test',
      fetch: async ({ url }: Request) => Response.json({ code: 0, data: url }),
    });
    const data = await client.listMyShares({ query: { page_size: 10 } });
    expect(data).toBe('https://a.test/share?page_size=10');
    const { data: body } = await client.GET('/share', { params: { query: { page_size: 10 } } });
    expect(body).toEqual({ code: 0, data: 'https://a.test/share?page_size=10' });
  });

  test('a bundle has the schemas of the operations that it validates', async () => {
    await writeFile(
      join(folder, 'validation.js'),
      "export { previewShare } from 'share-contracts/validation/crego';\n",
    );
    await using bundle = await rolldown({ cwd: folder, input: 'validation.js' });
    const { output } = await bundle.generate();
    const { code } = output[0];
    expect(['document', 'expires_at'].filter((name) => !code.includes(name))).toEqual([]);
    expect(['tenant_id', 'total_pages'].filter((name) => code.includes(name))).toEqual([]);
  });
});
