import { describe, expect, test } from 'vitest';
import { createMock, type MockApi } from '../../src/mock/create-mock.ts';
import { contractOf } from '../support/test-contract.ts';

const examples = { usual: { value: 'an example' } };
const responses = { 200: { content: { 'application/json': { examples } } } };
const contract = contractOf({
  paths: { '/notes': { get: { operationId: 'getNotes', responses } } },
});
const lean: MockApi = { name: 'notes', mount: '', contract };
const whole: MockApi = {
  ...lean,
  behaviour: {
    epoch: '2026-01-01T00:00:00Z',
    tables: {},
    seeds: { default: () => {} },
    handlers: { getNotes: () => ({ status: 200, mediaType: 'application/json', body: 'acted' }) },
  },
};

function start(completeApis: () => Promise<MockApi[]>) {
  const mock = createMock({ apis: [lean], completeApis });
  const ask = async (prefer?: string, scenario?: string) => {
    const headers = {
      ...(prefer !== undefined && { prefer }),
      ...(scenario !== undefined && { 'x-mock-scenario': scenario }),
    };
    const answer = await mock.fetch(new Request('http://mock.test/notes', { headers }));
    return answer.json();
  };
  return { mock, ask };
}

describe('completeApis', () => {
  test('is asked once, by the first request that prefers nothing, and that one waits for it', async () => {
    let asked = 0;
    const { mock, ask } = start(async () => {
      asked += 1;
      return [whole];
    });
    expect(await ask('example=usual')).toBe('an example');
    expect(asked).toBe(0);
    expect(await Promise.all([ask(), ask()])).toEqual(['acted', 'acted']);
    expect(await ask('example=usual')).toBe('an example');
    await mock.complete();
    expect(asked).toBe(1);
  });

  test.each([
    ['a preference that the mock does not know', 'respond-async', undefined, 'acted'],
    ['a scenario', 'example=usual', 'later', 'an example'],
  ])('is waited for by a request with %s', async (_fact, prefer, scenario, expected) => {
    const scenarios = { file: 'x.yaml', entries: { later: { summary: 'Later.' } } };
    const { ask } = start(async () => [{ ...whole, scenarios }]);
    expect(await ask(prefer, scenario)).toBe(expected);
  });

  test('may be asked before any request', async () => {
    const { mock, ask } = start(async () => [whole]);
    await mock.complete();
    expect(await ask()).toBe('acted');
  });

  test('fails the requests that need what it cannot give', async () => {
    const { mock, ask } = start(async () => {
      throw new Error('no file');
    });
    await expect(ask()).rejects.toThrow('no file');
    await expect(mock.complete()).rejects.toThrow('no file');
    expect(await ask('example=usual')).toBe('an example');
  });
});
