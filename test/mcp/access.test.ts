import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createMock } from '../../src/apis/mock.ts';
import { SHIPPED_REGISTRY } from '../../src/apis/root.ts';
import { serveAgents } from '../../src/cli/serve-agents.ts';
import type { Mock } from '../../src/mock/create-mock.ts';
import { serveHttp } from '../verify/send/raw-server.ts';
import { agentOverHttp } from './agent.ts';

const PAGE = 'http://localhost:5173';
const LIST = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} });
const FIELDS = {
  'content-type': 'application/json',
  accept: 'application/json, text/event-stream',
};

/** Starts a mock, and gives where agents are served. */
async function start(token?: string): Promise<string> {
  const agents = serveAgents({ readApis: () => mock.listApis(), controlPath: '/_mock', token });
  const mock: Mock = await createMock({
    project: SHIPPED_REGISTRY,
    names: ['crego'],
    control: { token, origins: token === undefined ? [] : [PAGE], agents },
  });
  onTestFinished(() => mock.close());
  return `${(await mock.listen()).url}/_mock/mcp`;
}

/** Sends a request, with a Host header if one is given, which `fetch` would not send. */
async function send(url: string, method: string, headers: object, body?: string) {
  const sent = request(url, { method, headers: { ...FIELDS, ...headers } });
  sent.end(body);
  const [response] = await once(sent, 'response');
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

describe('agents over HTTP', () => {
  test.each<[who: string, headers: object, token: string | undefined, status: number]>([
    ['a program of this machine', {}, undefined, 200],
    ['a page of another origin', { origin: 'http://evil.test' }, undefined, 403],
    ['a page that says no origin', { 'sec-fetch-site': 'cross-site' }, undefined, 403],
    ["a name that may be a page's own", { host: 'rebound.test' }, undefined, 403],
    ['another machine behind a proxy', { 'x-forwarded-for': '203.0.113.7' }, undefined, 403],
    ['whoever has no token', {}, 'secret', 401],
    ['whoever has another token', { authorization: 'Bearer other' }, 'secret', 401],
    ['whoever has the token', { authorization: 'Bearer secret' }, 'secret', 200],
    [
      'a named page with the token',
      { authorization: 'Bearer secret', origin: PAGE },
      'secret',
      200,
    ],
    ['a named page without it', { origin: PAGE }, 'secret', 401],
  ])('are let in as the control API lets them in: %s', async (_who, headers, token, status) => {
    const url = await start(token);
    const answer = await send(url, 'POST', headers, LIST);
    expect(answer.status).toBe(status);
    expect(answer.body.includes('list_apis')).toBe(status === 200);
  });

  test.each<[what: string, method: string, body: string | undefined, status: number]>([
    ['a GET, since nothing is streamed', 'GET', undefined, 405],
    ['the end of a session, since there are none', 'DELETE', undefined, 405],
    ['another method', 'PUT', LIST, 405],
    ['no JSON', 'POST', '{', 400],
    ['nothing', 'POST', undefined, 400],
    ['more than 4 MiB', 'POST', `"${'x'.repeat(4 * 1024 * 1024)}"`, 413],
  ])('get a refusal for %s', async (_what, method, body, status) => {
    expect((await send(await start(), method, {}, body)).status).toBe(status);
  });

  test('get a refusal for a subscription, which would stay open', async () => {
    await using agent = await agentOverHttp(await start(), { revision: '2026-07-28' });
    await expect(agent.client.listen({ toolsListChanged: true })).rejects.toThrow(
      'Subscription limit reached',
    );
  });

  test('may be a page of a named origin, which asks before', async () => {
    const { status, headers } = await send(await start('secret'), 'OPTIONS', {
      origin: PAGE,
      'access-control-request-method': 'POST',
    });
    expect(status).toBe(204);
    expect(headers['access-control-allow-headers']).toContain('mcp-protocol-version');
  });

  test('are not served where the mock was given nothing that serves them', async () => {
    const mock = await createMock({ project: SHIPPED_REGISTRY, names: ['crego'] });
    const answer = await mock.fetch(
      new Request('http://localhost/_mock/mcp', { method: 'POST', headers: FIELDS, body: LIST }),
    );
    expect(answer.status).toBe(404);
  });

  test('reach the control API of a mock with a token', async () => {
    const headers = { authorization: 'Bearer secret' };
    await using agent = await agentOverHttp(await start('secret'), { headers });
    const { data } = await agent.call('set_scenario', { sandbox: 'token', scenario: 'empty' });
    expect(data.sandbox.scenario).toBe('empty');
  });
});

describe('verify_url over HTTP', () => {
  test.each<[input: object, text: string]>([
    [
      { url: 'http://192.0.2.1/' },
      'url: over HTTP only servers on this machine are asked, by localhost or a loopback address, found 192.0.2.1.',
    ],
    [{ url: 'http://localhost.evil.test/' }, 'found localhost.evil.test.'],
    [{ url: 'http://[::ffff:192.0.2.1]/' }, 'only servers on this machine'],
    [{ url: 'http://0.0.0.0/' }, 'only servers on this machine'],
    [{ url: 'http://127.0.0.1/', write: true }, 'write: over HTTP nothing but GET is sent.'],
    [{ url: 'http://127.0.0.1/', file: 'a.yaml' }, 'file: over HTTP no file is read.'],
  ])('refuses %j', async (input, text) => {
    await using agent = await agentOverHttp(await start());
    const answer = await agent.call('verify_url', { api: 'crego', ...input });
    expect(answer).toMatchObject({ isError: true, text: expect.stringContaining(text) });
  });

  test('sends nothing but GET to a server of this machine', async () => {
    const methods = new Set<string | undefined>();
    const url = await serveHttp(({ method }, response) => {
      methods.add(method);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    await using agent = await agentOverHttp(await start());
    const { data } = await agent.call('verify_url', { url, api: 'crego' });
    expect(data.verdict).toBe('broken');
    expect([...methods]).toEqual(['GET']);
  });

  test('is not there for an agent on another machine', async () => {
    const headers = { authorization: 'Bearer secret', 'x-forwarded-for': '203.0.113.7' };
    await using agent = await agentOverHttp(await start('secret'), { headers });
    const { tools } = await agent.client.listTools();
    const names = tools.map(({ name }) => name);
    expect(names).toContain('send_request');
    expect(names).not.toContain('verify_url');
    expect(names).not.toContain('diff_contracts');
  });
});
