import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callMock } from '../cli/call-program.ts';
import type { RunningMock } from '../cli/run-cli.ts';
import { type Agent, agentOfProgram, agentOverHttp, REVISIONS } from './agent.ts';

const ALL = [
  ...['list_apis', 'list_operations', 'get_operation', 'send_request', 'read_journal'],
  ...['list_sandboxes', 'get_sandbox', 'set_scenario', 'set_faults', 'clear_faults'],
  ...['reset_sandbox', 'get_clock', 'set_clock', 'advance_clock', 'get_state'],
  ...['verify_url', 'diff_contracts'],
];

let mock: RunningMock;
beforeAll(async () => {
  mock = await callMock([]);
});
afterAll(async () => {
  await mock[Symbol.asyncDispose]();
});

const connections = REVISIONS.flatMap((revision) => [
  {
    how: `over HTTP, ${revision}`,
    tools: ALL.filter((name) => name !== 'diff_contracts'),
    open: () => agentOverHttp(`${mock.url}/_mock/mcp`, { revision }),
  },
  {
    how: `by stdin and stdout, ${revision}`,
    tools: ALL,
    open: () => agentOfProgram([], { revision }),
  },
  {
    how: `by stdin and stdout with a mock that runs already, ${revision}`,
    tools: ALL,
    open: () => agentOfProgram(['--url', mock.url], { revision }),
  },
]);

describe.each(connections)('mcp $how', ({ tools, open }) => {
  let agent: Agent;
  beforeAll(async () => {
    agent = await open();
  });
  afterAll(async () => {
    await agent[Symbol.asyncDispose]();
  });

  test('offers its tools', async () => {
    const listed = (await agent.client.listTools()).tools.map(({ name }) => name);
    expect(listed).toEqual(tools);
  });

  test('sends a request to the mock, and shows it in the journal', async () => {
    const sandbox = `${crypto.randomUUID()}`;
    const sent = await agent.call('send_request', { sandbox, api: 'crego', path: '/nowhere' });
    expect(sent.data).toMatchObject({ status: 404, body: { detail: 'Not found.' } });
    const { data } = await agent.call('read_journal', { sandbox });
    expect(data).toMatchObject({ total: 1, entries: [{ method: 'GET', status: 404 }] });
  });

  test('says what is wrong with a call as an error of the tool', async () => {
    const { isError, text } = await agent.call('set_scenario', { scenario: 'emty' });
    expect({ isError, text }).toEqual({
      isError: true,
      text: expect.stringMatching(/^set_scenario: Unknown scenario "emty". Known: .*"empty"\?$/),
    });
  });

  test('gives contracts and operations as resources', async () => {
    const { resources } = await agent.client.listResources();
    expect(resources.map(({ uri }) => uri)).toContain('contract://crego');
    const uri = 'contract://crego/operations/listShares';
    const { contents } = await agent.client.readResource({ uri });
    expect(
      JSON.parse((contents[0] && 'text' in contents[0] && contents[0].text) || ''),
    ).toMatchObject({
      id: 'listShares',
      method: 'GET',
      schemas: { parameters: expect.anything() },
    });
  });

  test('gives prompts, whose arguments are completed', async () => {
    const { prompts } = await agent.client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual(['find_contract_breaks', 'try_failures']);
    const { completion } = await agent.client.complete({
      ref: { type: 'ref/prompt', name: 'try_failures' },
      argument: { name: 'api', value: 'cr' },
    });
    expect(completion.values).toEqual(['crego', 'craftkit']);
  });
});
