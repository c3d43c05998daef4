import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadProject } from '../../src/apis/load-project.ts';
import { createMock, type MockApi } from '../../src/mock/create-mock.ts';
import { propertyRuns } from '../support/property-runs.ts';
import { type HostileRequest, hostileRequests } from './hostile-request.ts';

/** Media types and texts of each provider's refusals. */
const REFUSALS: Readonly<Record<string, RegExp>> = {
  crego: /^application\/json \{"/,
  cloudreve:
    /^(application\/json; charset=utf-8 \{"code":-?\d+,"msg":"|text\/plain 404 page not found$)/,
  craftkit: /^application\/json \{"error":\{"code":"\w+","message":"/,
  'zoho-writer':
    /^(application\/json \{"response":\{"uri":".*"error":\{"code":"|application\/xml <\?xml .*\n<response uri=".*"><error><code>)/,
};

/** Runs per property of a long run: 10,000 of them are 200,000 requests to the four APIs. */
const SHARE = 5;

const apis = await loadProject();
const mock = createMock({ apis });

describe.each(apis)('$name', (api) => {
  test('answers or refuses every hostile request', async () => {
    const globals = Reflect.ownKeys(Object.prototype);
    await fc.assert(
      fc.asyncProperty(hostileRequests(api.contract), (hostile) => check(api, hostile)),
      propertyRuns(2000, 20_260_101, SHARE),
    );
    expect(Reflect.ownKeys(Object.prototype)).toEqual(globals);
  });
});

async function check({ name, mount }: MockApi, hostile: HostileRequest): Promise<void> {
  const { method, headers } = hostile;
  const hasBody = hostile.body !== undefined && method !== 'GET' && method !== 'HEAD';
  const init = { method, headers, ...(hasBody && { body: hostile.body ?? '' }) };
  const response = await mock.fetch(new Request(`http://mock.test${mount}${hostile.target}`, init));
  expect(response.status).toBeLessThan(500);
  const diagnosis = response.headers.get('x-mock-violations');
  if (diagnosis === null) return;
  expect(JSON.parse(diagnosis)).toBeInstanceOf(Array);
  if (method === 'HEAD') return;
  const type = response.headers.get('content-type');
  expect(`${type} ${await response.text()}`).toMatch(REFUSALS[name] ?? /^$/);
}
