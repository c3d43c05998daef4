import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Contract } from '../../src/contract/model/contract.ts';
import { createMock, type Mock, type MockApi } from '../../src/mock/create-mock.ts';
import { contractOf } from '../support/test-contract.ts';

/** API that answers `GET /it` and `POST /it` below its mount with a word. */
function apiOf(word: string, mount = '/a'): MockApi {
  const responses = { 200: { content: { 'text/plain': { example: word } } } };
  const post = { requestBody: { content: { 'text/plain': {} } }, responses };
  const contract = contractOf({ paths: { '/it': { get: { responses }, post } } });
  return { name: 'api', mount, contract };
}

function mockOf(...apis: readonly MockApi[]): Mock {
  return createMock({ apis });
}

async function ask({ fetch }: Mock, target: string, init?: RequestInit): Promise<string> {
  return (await fetch(new Request(`http://mock.test${target}`, init))).text();
}

/** Sends `GET /a/it` and reads the answer, which frees its connection. */
async function askBy(agent: Agent, url: string) {
  const request = get(`${url}/a/it`, { agent });
  const [answer]: IncomingMessage[] = await once(request, 'response');
  if (answer === undefined) throw new Error('There is no answer.');
  return { body: await text(answer), isReused: request.reusedSocket };
}

describe('replace', () => {
  test('answers by the new contract what the old one has answered before', async () => {
    const mock = mockOf(apiOf('old'));
    expect(await ask(mock, '/a/it')).toBe('old');
    mock.replace(apiOf('new'));
    expect(await ask(mock, '/a/it')).toBe('new');
  });

  test('lets a request under way finish on the old contract', async () => {
    const mock = mockOf(apiOf('old'));
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    // The types leave out `duplex`, which streams need.
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      body: readable,
      duplex: 'half',
    };
    const answer = ask(mock, '/a/it', init);
    const writer = writable.getWriter();
    await writer.write(Buffer.from('text'));
    mock.replace(apiOf('new'));
    await writer.close();
    expect(await answer).toBe('old');
  });

  test('keeps the connections of its listeners', async () => {
    const mock = mockOf(apiOf('old'));
    onTestFinished(mock.close);
    const { url } = await mock.listen();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    onTestFinished(() => agent.destroy());
    expect(await askBy(agent, url)).toEqual({ body: 'old', isReused: false });
    mock.replace(apiOf('new'));
    expect(await askBy(agent, url)).toEqual({ body: 'new', isReused: true });
  });

  test('moves an API to its new base path', async () => {
    const mock = mockOf(apiOf('old', '/a'));
    mock.replace(apiOf('new', '/b'));
    expect(await ask(mock, '/b/it')).toBe('new');
    expect(await ask(mock, '/a/it')).toContain('expected a path below /b');
    expect(await ask(mock, '/')).toContain('http://mock.test/b');
  });

  test('leaves the other APIs', async () => {
    const mock = mockOf(apiOf('one'), { ...apiOf('two', '/b'), name: 'other' });
    mock.replace({ ...apiOf('three', '/b'), name: 'other' });
    expect(await ask(mock, '/a/it')).toBe('one');
    expect(await ask(mock, '/b/it')).toBe('three');
  });

  test('keeps the old API when no handler of the new one can be made', async () => {
    const mock = mockOf(apiOf('old'));
    const broken = {
      ...apiOf('new'),
      get contract(): Contract {
        throw new Error('Not to be read.');
      },
    };
    expect(() => mock.replace(broken)).toThrow('Not to be read.');
    expect(await ask(mock, '/a/it')).toBe('old');
  });

  test('throws for an API that the mock does not have', () => {
    const mock = mockOf(apiOf('old'));
    expect(() => mock.replace({ ...apiOf('new'), name: 'ipa' })).toThrow(
      'Unknown API "ipa". Known: api.',
    );
  });
});
