import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTROL_CONTRACT } from '../../src/apis/root.ts';
import { createAgentHost } from '../../src/cli/agent-host.ts';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { MAX_ANSWER } from '../../src/mcp/tool-result.ts';
import { createMock } from '../../src/mock/create-mock.ts';
import { contractFromYaml } from '../support/contract-from-yaml.ts';
import { serveHttp } from '../verify/send/raw-server.ts';
import { type Agent, agentOfHost } from './agent.ts';
import { OWN_HOST } from './own-host.ts';

const SHARES = '/documents/01JQ8MZ0P94HR6HSH1DGY5VNH9/shares/';

let agent: Agent;
beforeAll(async () => {
  agent = await agentOfHost(OWN_HOST);
});
afterAll(async () => {
  await agent[Symbol.asyncDispose]();
});

test('tools are described as agents read them', async () => {
  const { tools } = await agent.client.listTools();
  expect(tools).toMatchSnapshot();
});

test('the tools that an agent reads are short enough to be read each time', async () => {
  const { tools } = await agent.client.listTools();
  const read = tools.map(({ name, description, inputSchema }) => ({
    name,
    description,
    inputSchema,
  }));
  expect(JSON.stringify(read).length).toBeLessThan(15_000);
});

describe('a tool refuses', () => {
  test.each<[tool: string, input: Record<string, unknown>, text: string]>([
    ['list_apis', { name: 'x' }, 'list_apis: Unknown parameter "name". Known: none.'],
    [
      'list_operations',
      { api: 'creg' },
      'Unknown API "creg". Known: crego, cloudreve, craftkit, zoho-writer. Did you mean "crego"?',
    ],
    [
      'list_operations',
      { limit: 0 },
      'list_operations: /limit: too small: expected number to be >=1, found 0.',
    ],
    ['get_operation', { api: 'creg', operation: 'listShares' }, 'Unknown API "creg"'],
    ['get_operation', { api: 'crego', operation: 'listShare' }, 'Did you mean "listShares"?'],
    [
      'get_operation',
      { api: 'crego' },
      'get_operation: /operation: expected string, found nothing.',
    ],
    ['send_request', { api: 'crego' }, 'Expected an operation or a path, found neither.'],
    [
      'send_request',
      { api: 'crego', operation: 'listShares', path: '/x' },
      'Expected an operation or a method and path, found both.',
    ],
    [
      'send_request',
      { api: 'crego', operation: 'createShare', example: 'nope' },
      'Unknown sample "nope". Known: ',
    ],
    [
      'send_request',
      { api: 'crego', path: 'x' },
      'path: expected one below the base URL of crego, http://mock.test/crego, such as "/items?limit=2", found "x".',
    ],
    [
      'send_request',
      { api: 'crego', path: '/../_mock/health' },
      'path: expected one below the base URL of crego',
    ],
    [
      'send_request',
      { api: 'crego', path: '/%2e%2e/_mock/health' },
      'path: expected one below the base URL of crego',
    ],
    [
      'send_request',
      { api: 'crego', path: '@evil.test/' },
      'path: expected one below the base URL of crego',
    ],
    [
      'send_request',
      { api: 'crego', path: '/', method: 'TRACE' },
      "The request cannot be sent: 'TRACE' HTTP method is unsupported.",
    ],
    [
      'send_request',
      { api: 'crego', path: '/', headers: { 'a b': 'c' } },
      'The request cannot be sent: ',
    ],
    ['send_request', { api: 'crego', path: '/', body: 'x' }, 'The request cannot be sent: '],
    [
      'send_request',
      { api: 'crego', path: '/', headers: { a: 1 } },
      'send_request: /headers/a: expected string, found 1.',
    ],
    [
      'read_journal',
      { status: 7 },
      'read_journal: /status: too small: expected number to be >=100, found 7.',
    ],
    ['get_sandbox', { sandbox: 'nowhere' }, 'Unknown sandbox "nowhere". Known: default'],
    ['get_sandbox', { sandbox: 'a b' }, 'got string "a b"'],
    [
      'get_sandbox',
      { sandbx: 'default' },
      'get_sandbox: Unknown parameter "sandbx". Known: sandbox. Did you mean "sandbox"?',
    ],
    ['set_scenario', { scenario: 'emty' }, 'Unknown scenario "emty". Known: default, empty'],
    [
      'set_faults',
      { faults: [{ outcome: 'rest' }] },
      'set_faults: /faults/0/outcome: expected one of "error"|"reset"|"truncate", found "rest".',
    ],
    ['set_faults', { faults: [{ api: 'creg', outcome: 'reset' }] }, 'Unknown API "creg"'],
    ['set_faults', { faults: [{ api: 'crego', operation: 'x' }] }, 'Unknown operation "x"'],
    ['set_clock', { now: 'tomorrow' }, 'expected format date-time, got string "tomorrow"'],
    ['advance_clock', { by: 'a week' }, 'got string "a week"'],
    ['get_state', { api: 'creg' }, 'Unknown API with state "creg"'],
    [
      'get_state',
      { api: 'crego', table: 'share' },
      'Unknown table "share". Known: documents, shares. Did you mean "shares"?',
    ],
    [
      'verify_url',
      { url: 'localhost:80', api: 'crego' },
      'url: expected one such as http://127.0.0.1:8080/v1, found "localhost:80".',
    ],
    [
      'verify_url',
      { url: 'http://a:b@127.0.0.1/', api: 'crego' },
      'url: expected no credentials in it.',
    ],
    [
      'verify_url',
      { url: 'http://127.0.0.1:1' },
      'Expected the contract, by `api` or `file`, found neither.',
    ],
    [
      'verify_url',
      { url: 'http://127.0.0.1:1', api: 'crego', file: 'a' },
      'over HTTP no file is read',
    ],
    ['verify_url', { url: 'http://127.0.0.1:1', api: 'creg' }, 'Unknown API "creg"'],
    [
      'verify_url',
      { url: 'http://127.0.0.1:1', api: 'crego', credentials: { x: 'y' } },
      'credentials: Unknown security scheme "x". Known: ',
    ],
    [
      'verify_url',
      { url: 'http://127.0.0.1:1', api: 'crego' },
      'the connection is refused (ECONNREFUSED). Start the server, or correct url.',
    ],
  ])('%s with %j', async (tool, input, text) => {
    const answer = await agent.call(tool, input);
    expect(answer.isError).toBe(true);
    expect(answer.text).toContain(text);
    expect(answer.text.startsWith(`${tool}: `)).toBe(true);
  });
});

test('list_apis names what other tools take', async () => {
  const { data } = await agent.call('list_apis');
  expect(data.apis).toContainEqual({
    name: 'crego',
    title: 'Crego document sharing',
    url: 'http://mock.test/crego',
    scenarios: expect.arrayContaining([{ name: 'empty', summary: expect.any(String) }]),
    tables: ['documents', 'shares'],
    collections: [],
  });
});

describe('list_operations', () => {
  test('finds operations of all APIs by words, in pages', async () => {
    const first = await agent.call('list_operations', { text: 'list share', limit: 1 });
    expect(first.data).toMatchObject({ operations: [{ id: 'listShares' }], nextOffset: 1 });
    expect(first.data.total).toBeGreaterThan(1);
    const rest = await agent.call('list_operations', { text: 'list share', offset: 1 });
    expect(rest.data.operations).toHaveLength(first.data.total - 1);
    expect(rest.data.nextOffset).toBeNull();
  });

  test('says where an operation is known from', async () => {
    const { data } = await agent.call('list_operations', { api: 'crego', text: 'createShare' });
    expect(data.operations).toEqual([
      {
        api: 'crego',
        id: 'createShare',
        method: 'POST',
        path: '/documents/{document_id}/shares/',
        summary: expect.any(String),
        provenance: 'documented',
      },
    ]);
  });
});

describe('get_operation', () => {
  test('gives schemas without references, examples, samples and provenance', async () => {
    const { data, text } = await agent.call('get_operation', {
      api: 'crego',
      operation: 'listShares',
    });
    expect(data).toMatchObject({
      api: 'crego',
      id: 'listShares',
      method: 'GET',
      provenance: { level: 'documented', url: expect.stringContaining('https://') },
      schemas: {
        parameters: expect.arrayContaining([
          expect.objectContaining({ name: 'document_id', in: 'path', required: true }),
        ]),
        body: null,
      },
      notes: [],
    });
    expect(data.samples[0].curl).toContain('curl');
    expect(data.answers.map(({ status }: { status: string }) => status)).toContain('200');
    expect(text).not.toContain('$ref');
  });

  test.each(['crego', 'cloudreve', 'craftkit', 'zoho-writer'])(
    'has room for every operation of %s',
    async (api) => {
      const { data } = await agent.call('list_operations', { api, limit: 200 });
      for (const { id } of data.operations) {
        const answer = await agent.call('get_operation', { api, operation: id });
        expect(answer.data).toMatchObject({ id, schemas: { parameters: expect.any(Array) } });
        expect(answer.data.notes).not.toContain('Schemas are too long to be shown.');
      }
    },
  );
});

describe('send_request', () => {
  test('sends the sample of an operation, in a sandbox', async () => {
    const input = { sandbox: 'sample', api: 'crego', operation: 'createShare' };
    const { data } = await agent.call('send_request', input);
    expect(data).toMatchObject({ method: 'POST', status: 201, violations: [], bodyNote: null });
    const { data: journal } = await agent.call('read_journal', { sandbox: 'sample' });
    expect(journal.entries).toMatchObject([{ operation: 'createShare', violations: [] }]);
  });

  test.each(['crego', 'cloudreve', 'craftkit', 'zoho-writer'])(
    'keeps the contract of %s by the sample of each operation',
    async (api) => {
      const { data } = await agent.call('list_operations', { api, limit: 200 });
      for (const { id } of data.operations) {
        const sandbox = `${api}.${id}`;
        const answer = await agent.call('send_request', { sandbox, api, operation: id });
        expect({ id, ...answer.data, ...(answer.isError && answer) }).toMatchObject({
          id,
          violations: [],
        });
      }
    },
  );

  test('puts headers and a body in the place of those of the sample', async () => {
    const input = { sandbox: 'other', api: 'crego', operation: 'createShare' };
    const { data } = await agent.call('send_request', { ...input, body: { expires_at: 7 } });
    expect(data).toMatchObject({
      status: 400,
      violations: ['body at /expires_at: expected string, got number 7'],
    });
    const headers = { AUTHORIZATION: '' };
    const refused = await agent.call('send_request', { ...input, headers });
    expect(refused.data.status).toBe(401);
  });

  test('says when a fault leaves no answer', async () => {
    const sandbox = 'broken';
    await agent.call('set_faults', { sandbox, faults: [{ api: 'crego', outcome: 'reset' }] });
    const input = { sandbox, api: 'crego', operation: 'listShares' };
    const { isError, text } = await agent.call('send_request', input);
    expect(isError).toBe(true);
    expect(text).toMatch(
      /^send_request: GET http:.*: no answer came \(fetch failed: The connection was lost, as a fault/,
    );
    await agent.call('clear_faults', { sandbox });
    expect((await agent.call('send_request', input)).data.status).toBe(200);
  });
});

describe('the tools of a sandbox', () => {
  const sandbox = 'worlds';
  const list = () => agent.call('send_request', { sandbox, api: 'crego', operation: 'listShares' });

  test('choose its scenario', async () => {
    const { data } = await agent.call('set_scenario', { sandbox, scenario: 'empty' });
    expect(data.sandbox).toMatchObject({ name: sandbox, scenario: 'empty' });
    expect((await list()).data.body.count).toBe(0);
    await agent.call('set_scenario', { sandbox, scenario: 'default' });
    expect((await list()).data.body.count).toBe(2);
    const { data: all } = await agent.call('list_sandboxes');
    expect(all.sandboxes.map(({ name }: { name: string }) => name)).toContain(sandbox);
  });

  test('move its clock, by which links expire', async () => {
    const { data: before } = await agent.call('get_clock', { sandbox });
    const { data: after } = await agent.call('advance_clock', { sandbox, by: 'P1D' });
    const moved = Date.parse(after.clock.crego) - Date.parse(before.clock.crego);
    expect(moved).toBeGreaterThanOrEqual(86_400_000);
    const { data: set } = await agent.call('set_clock', { sandbox, now: '2031-02-03T04:05:06Z' });
    expect(set.clock.crego).toMatch(/^2031-02-03T04:05:0/);
  });

  test('show its rows, and forget them', async () => {
    await agent.call('send_request', { sandbox, api: 'crego', operation: 'createShare' });
    const { data } = await agent.call('get_state', {
      sandbox,
      api: 'crego',
      table: 'shares',
      limit: 1,
    });
    expect(data).toEqual({
      tables: [
        {
          name: 'shares',
          total: 3,
          rows: [expect.objectContaining({ document: expect.any(String) })],
        },
      ],
      isCut: true,
    });
    await agent.call('reset_sandbox', { sandbox });
    const { data: fresh } = await agent.call('get_state', {
      sandbox,
      api: 'crego',
      table: 'shares',
    });
    expect(fresh.tables[0].total).toBe(2);
  });
});

describe('read_journal', () => {
  const sandbox = 'read';
  const headers = { authorization: 'Bearer x' };
  const send = (path: string) =>
    agent.call('send_request', { sandbox, api: 'crego', path, headers });

  test('filters, and shows messages where they are asked for', async () => {
    await send('/a');
    await send(`${SHARES}?page=x`);
    const { data } = await agent.call('read_journal', {
      sandbox,
      operation: 'listShares',
      messages: true,
    });
    expect(data).toMatchObject({
      total: 1,
      entries: [
        {
          violations: ['query at /page: expected integer, got string'],
          request: { headers: expect.arrayContaining(['authorization: Bearer ***']), body: null },
          response: { headers: expect.arrayContaining(['content-type: application/json']) },
        },
      ],
    });
    const [{ id }] = data.entries;
    const later = await agent.call('read_journal', { sandbox, after: id });
    expect(later.data).toEqual({ entries: [], total: 0, isCut: false });
  });

  test('leaves out the oldest where there is no room', async () => {
    const many = 'many';
    await agent.call('set_scenario', { sandbox: many, scenario: 'many' });
    for (let count = 0; count < 20; count += 1) {
      await agent.call('send_request', {
        sandbox: many,
        api: 'crego',
        path: `${SHARES}?page_size=100`,
        headers,
      });
    }
    const { data, text } = await agent.call('read_journal', { sandbox: many, messages: true });
    expect(data).toMatchObject({ total: 20, isCut: true });
    expect(data.entries.at(-1).id).toBe(20);
    expect(text.length).toBeLessThanOrEqual(MAX_ANSWER);
  });
});

describe('get_state', () => {
  test('shows as many rows as there is room for', async () => {
    const sandbox = 'crowded';
    await agent.call('set_scenario', { sandbox, scenario: 'many' });
    const { data, text } = await agent.call('get_state', { sandbox, api: 'crego', limit: 500 });
    const [, shares] = data.tables;
    expect(shares).toMatchObject({ name: 'shares', total: 250 });
    expect(shares.rows.length).toBeGreaterThan(50);
    expect(data.isCut).toBe(true);
    expect(text.length).toBeLessThanOrEqual(MAX_ANSWER);
  });
});

describe('an answer that is too long', () => {
  const LONG = 'x'.repeat(70_000);

  test.each<[what: string, type: string, example: string]>([
    ['JSON', 'application/json', JSON.stringify({ text: LONG })],
    ['text', 'text/plain', LONG],
  ])('is cut in %s, which is said', async (_what, type, example) => {
    const host = await hostOf(`paths:
  /long:
    get:
      operationId: getLong
      responses:
        "200": { description: Long., content: { ${type}: { example: ${example} } } }
`);
    await using one = await agentOfHost(host);
    const { data } = await one.call('send_request', { api: 'one', path: '/long' });
    expect(data.body.startsWith(type === 'text/plain' ? 'xxx' : '{"text":"xxx')).toBe(true);
    expect(data.bodyNote).toMatch(/^The first 40000 of 700\d\d characters are shown, as text\.$/);
    const shown = await one.call('get_operation', { api: 'one', operation: 'getLong' });
    expect(shown.text).toContain('(6000 of 700');
  });

  test('loses references first where an operation has too many', async () => {
    const properties = Array.from(
      { length: 40 },
      (_, at) => `p${at}: { $ref: "#/components/schemas/B" }`,
    );
    const words = 'y'.repeat(60);
    const level = (name: string, next: string) =>
      `    ${name}: { type: object, properties: { ${properties.join(', ').replaceAll('/B"', `/${next}"`)} } }`;
    const host = await hostOf(`paths:
  /deep:
    get:
      operationId: getDeep
      responses:
        "200": { description: Deep., content: { application/json: { schema: { $ref: "#/components/schemas/A" } } } }
components:
  schemas:
${level('A', 'B')}
${level('B', 'C')}
${level('C', 'D')}
    D: { type: string, description: ${words} }
`);
    await using one = await agentOfHost(host);
    const { data, text } = await one.call('get_operation', { api: 'one', operation: 'getDeep' });
    expect(text.length).toBeLessThanOrEqual(MAX_ANSWER);
    expect(data.notes).toEqual(['Schemas that lie deeper are named by $ref, and not shown.']);
    expect(data.schemas.answers[0].content[0].schema).toMatchObject({ title: 'A', type: 'object' });
  });
});

describe('verify_url', () => {
  test('says what a server does against the contract, and how far it is', async () => {
    const url = await serve('{"count":"two"}');
    const progress: number[] = [];
    const { data } = await agent.call(
      'verify_url',
      { url, api: 'crego', headers: { authorization: 'Bearer x' } },
      { onprogress: ({ progress: done, total }) => progress.push(done / (total ?? 1)) },
    );
    expect(data).toMatchObject({ verdict: 'broken', stopped: null });
    expect(data.findings).toContainEqual(
      expect.objectContaining({
        title: 'Answer breaks its schema',
        where: 'answer 200 body /count',
        expected: 'integer',
        found: 'string "two"',
        reproduce: [expect.stringContaining('curl')],
      }),
    );
    expect(progress.at(-1)).toBe(1);
  });

  test('ends when the agent cancels it', async () => {
    const stopped = Promise.withResolvers<string | undefined>();
    const { verify } = OWN_HOST;
    await using one = await agentOfHost({
      ...OWN_HOST,
      verify: async (task) => {
        const report = await verify?.(task);
        stopped.resolve(report?.stopped);
        if (report === undefined) throw new Error('No server was verified.');
        return report;
      },
    });
    const cancel = new AbortController();
    const call = one.call(
      'verify_url',
      { url: await serve('{}'), api: 'crego' },
      { signal: cancel.signal, onprogress: () => cancel.abort() },
    );
    await expect(call).rejects.toThrow('abort');
    expect(await stopped.promise).toBe('Stopped: the run was interrupted.');
  });

  test('proves nothing where its limits end it', async () => {
    const input = { url: await serve('{}'), api: 'crego', maxRequests: 1 };
    const { data } = await agent.call('verify_url', input);
    expect(data.verdict).toBe('unproved');
    expect(data.stopped).toBe('Stopped after 1 request, as maxRequests says.');
  });
});

/** Host with a mock of one contract. */
async function hostOf(yaml: string) {
  const contract = await contractFromYaml(yaml);
  const mock = createMock({
    apis: [{ name: 'one', mount: '/one', contract }],
    control: { loadContract: () => loadContract(CONTROL_CONTRACT) },
  });
  return createAgentHost({
    origin: 'http://mock.test',
    controlPath: '/_mock',
    token: undefined,
    fetch: mock.fetch,
    findContract: async () => contract,
    mayVerify: false,
  });
}

/** Starts a server that gives one answer to all. */
function serve(body: string): Promise<string> {
  return serveHttp((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  });
}
