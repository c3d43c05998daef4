import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createMock } from '../../../src/apis/mock.ts';
import { ROOT } from '../../../src/apis/root.ts';
import { createSender } from '../../../src/verify/send/create-sender.ts';
import { toFetch } from '../../../src/verify/send/to-fetch.ts';
import { runWorkflows } from '../../../src/verify/workflows/run-workflows.ts';
import { makeFolder } from '../../support/temporary-folder.ts';
import { serveBytes, serveHttp } from '../send/raw-server.ts';

const SECRET = 'k-4711-mine';
const INPUTS = { key: SECRET };

const OPENAPI = `
openapi: 3.1.0
info: { title: Items, version: '1' }
servers: [{ url: https://items.invalid }]
paths:
  /items:
    post:
      operationId: createItem
      requestBody: { content: { application/json: { schema: { type: object } } } }
      responses: { '201': { description: Created. } }
  /items/{id}:
    get:
      operationId: getItem
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: Item. }, '404': { description: None. } }
`;

const ARAZZO = `
arazzo: 1.0.1
info: { title: Items, version: '1' }
sourceDescriptions:
  - { name: items, type: openapi, url: openapi.yaml }
workflows:
  - workflowId: lifeCycle
    inputs: { type: object, properties: { key: { type: string } } }
    steps:
      - stepId: create
        operationId: $sourceDescriptions.items.createItem
        parameters:
          - { name: authorization, in: header, value: 'Bearer {$inputs.key}' }
          - { name: x-trace, in: header, value: t1 }
        requestBody:
          contentType: application/json
          payload: { name: First, password: '$inputs.key' }
        successCriteria: [{ condition: $statusCode == 201 }]
        outputs: { id: $response.body#/id, link: $response.body#/link }
      - stepId: read
        operationId: $sourceDescriptions.items.getItem
        parameters: [{ name: id, in: path, value: $steps.create.outputs.id }]
        successCriteria:
          - condition: $statusCode == 200
          - condition: $response.body#/name == 'First'
      - stepId: open
        x-operation: { url: $steps.create.outputs.link, method: get }
        successCriteria: [{ condition: $statusCode == 200 }]
`;

/** Writes the two files above, and gives the path of the Arazzo file. */
async function writeItems(): Promise<string> {
  const folder = await makeFolder();
  await folder.write('openapi.yaml', OPENAPI);
  return folder.write('items.arazzo.yaml', ARAZZO);
}

/** Asks for the workflows of the items, on a handler of a name that no resolver knows. */
async function runItems(fetch: (request: Request) => Promise<Response> | Response) {
  const file = await writeItems();
  return runWorkflows({
    files: [file],
    servers: { items: 'https://items.invalid/v1/' },
    fetch,
    inputs: INPUTS,
  });
}

interface Defects {
  readonly created?: number;
  readonly name?: string;
  readonly link?: string;
}

/** Items as the workflow expects them, but for a defect. */
function answerItems(
  { url, method }: Request,
  { created = 201, name = 'First', link = 'http://items.invalid:443/v1/items/1' }: Defects = {},
): Response {
  const { pathname } = new URL(url);
  if (method === 'POST') return Response.json({ id: '1', link }, { status: created });
  return pathname === '/v1/items/1'
    ? Response.json({ id: '1', name })
    : new Response(null, { status: 404 });
}

describe('runWorkflows', () => {
  test('passes requests to a fetch handler, with TLS or without', async () => {
    const asked: string[] = [];
    const { steps, findings, notes } = await runItems((request) => {
      asked.push(`${request.method} ${request.url}`);
      return answerItems(request);
    });
    expect(findings).toEqual([]);
    expect(notes).toEqual([]);
    expect(steps.map(({ workflow, step, isPassed }) => `${workflow} ${step} ${isPassed}`)).toEqual([
      'lifeCycle create true',
      'lifeCycle read true',
      'lifeCycle open true',
    ]);
    expect(asked).toEqual([
      'POST https://items.invalid/v1/items',
      'GET https://items.invalid/v1/items/1',
      'GET https://items.invalid/v1/items/1',
    ]);
  });

  test('names a step that failed, its check and its request, without secrets', async () => {
    const { findings } = await runItems((request) => answerItems(request, { created: 200 }));
    expect(JSON.stringify(findings)).not.toContain(SECRET);
    expect(findings).toMatchObject([
      {
        kind: 'step-failed',
        severity: 'error',
        where: 'workflow lifeCycle, step create',
        expected: '$statusCode == 201',
        found: 'status 200',
      },
    ]);
    const [command = ''] = findings[0]?.reproduce ?? [];
    expect(command).toMatch(/^curl -X POST /);
    expect(command).toContain("-H 'authorization: Bearer ***'");
    expect(command).toContain("-H 'x-trace: t1'");
    expect(command).toContain(`-d '{"name":"First","password":"***"}'`);
  });

  test('names a value that a later step finds changed', async () => {
    const { findings, steps } = await runItems((request) =>
      answerItems(request, { name: 'Other' }),
    );
    expect(findings).toMatchObject([
      {
        where: 'workflow lifeCycle, step read',
        expected: "$response.body#/name == 'First'",
        found: 'status 200, /name is "Other"',
      },
    ]);
    expect(steps.filter(({ isPassed }) => !isPassed)).toHaveLength(1);
  });

  test('asks no host that is none of the servers, and says so', async () => {
    let strange = 0;
    const other = await serveHttp((_request, response) => {
      strange += 1;
      response.end();
    });
    for (const link of [`${other}/open`, other.replace('http:', 'https:')]) {
      const { findings, notes } = await runItems((request) => answerItems(request, { link }));
      expect(findings).toEqual([]);
      expect(notes).toEqual([
        `Workflow lifeCycle ended at step open: it asks ${new URL(other).host}, which is none of the servers of this run.`,
      ]);
    }
    expect(strange).toBe(0);
  });

  test('takes no credentials to another host by a redirect', async () => {
    let strange = 0;
    const location = await serveHttp((_request, response) => {
      strange += 1;
      response.end();
    });
    const redirect = { status: 307, headers: { location } };
    const { steps } = await runItems(() => new Response(null, redirect));
    expect(steps).toMatchObject([{ step: 'create', isPassed: false }]);
    expect(strange).toBe(0);
  });

  test('leaves out what needs a server that is not given', async () => {
    const file = await writeItems();
    expect(await runWorkflows({ files: [file], servers: {} })).toEqual({
      steps: [],
      findings: [],
      notes: ['Workflow lifeCycle was not run: it needs a server of items.'],
    });
  });

  test('says what a sender says of an answer that cannot be read', async () => {
    const url = await serveBytes((socket) => socket.end('garbage'));
    const sender = createSender({ timeout: 60_000, maxBytes: 1e6, concurrency: 1 });
    onTestFinished(() => sender.close());
    const file = await writeItems();
    const options = {
      files: [file],
      servers: { items: url },
      fetch: toFetch(sender),
      inputs: INPUTS,
    };
    const { findings } = await runWorkflows(options);
    expect(findings).toMatchObject([
      {
        where: 'workflow lifeCycle, step create',
        expected: 'an answer',
        found: expect.stringContaining('expected an answer of HTTP/1.1, found other bytes'),
      },
    ]);
  });

  test('ends where nothing more can be asked', async () => {
    const stop = Object.assign(new Error('Stopped after 1 request.'), { name: 'StoppedError' });
    await expect(
      runItems((request) => {
        if (request.method === 'POST') return answerItems(request);
        throw stop;
      }),
    ).rejects.toBe(stop);
  });

  test('ends with its signal', async () => {
    const file = await writeItems();
    const controller = new AbortController();
    const reason = new Error('enough');
    const run = runWorkflows({
      files: [file],
      servers: { items: 'http://items.invalid' },
      inputs: INPUTS,
      fetch: () => {
        controller.abort(reason);
        return new Promise<Response>(() => {});
      },
      signal: controller.signal,
    });
    await expect(run).rejects.toBe(reason);
  });

  test.for([
    ['no YAML', '{ a: [', 'cannot be read'],
    ['no workflows', 'arazzo: 1.0.1', 'expected an Arazzo description with workflows'],
    ['a mistake', ARAZZO.replace('stepId: create', 'stepIdd: create'), 'could not be run'],
  ] as const)('refuses a file with %s', async ([, text, words]) => {
    const folder = await makeFolder();
    await folder.write('openapi.yaml', OPENAPI);
    const file = await folder.write('bad.arazzo.yaml', text);
    const run = runWorkflows({ files: [file], servers: { items: 'http://items.invalid' } });
    await expect(run).rejects.toMatchObject({
      name: 'WorkflowsError',
      message: expect.stringContaining(words),
    });
  });
});

describe('workflows of the own APIs', () => {
  const APIS = [
    ['crego', 'crego', '/crego'],
    ['cloudreve', 'cloudreve', '/cloudreve/api/v4'],
    ['craftkit', 'craftkit', '/craftkit'],
    ['zoho-writer', 'zohoWriter', '/zoho-writer'],
  ] as const;

  test.for(APIS)('%s passes them on its mock', async ([folder, name, mount]) => {
    const mock = await createMock({ project: ROOT });
    onTestFinished(() => mock.close());
    const { environment } = readState();
    const { steps, findings, notes } = await runWorkflows({
      files: [join(ROOT, 'openapi', folder, 'workflows.arazzo.yaml')],
      servers: { [name]: `http://mock.test${mount}`, mockControl: 'http://mock.test/_mock' },
      fetch: (request) => mock.fetch(request),
    });
    expect(findings).toEqual([]);
    expect(notes).toEqual([]);
    expect(steps.length).toBeGreaterThan(10);
    expect(readState().environment).toEqual(environment);
  });
});

function readState() {
  return { environment: { ...process.env } };
}
