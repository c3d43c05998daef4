import { describe, expect, onTestFinished, test } from 'vitest';
import { loadProject } from '../../../src/apis/load-project.ts';
import { CONTROL_CONTRACT } from '../../../src/apis/root.ts';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { createControl } from '../../../src/mock/control/create-control.ts';
import { createServerMetrics } from '../../../src/mock/control/server-metrics.ts';
import { createMock } from '../../../src/mock/create-mock.ts';
import { createRequestFigures } from '../../../src/mock/metrics/request-figures.ts';
import { createStoreFigures } from '../../../src/mock/metrics/store-figures.ts';
import { OPEN_SETTINGS } from '../../../src/mock/request/served-api.ts';
import { createSandboxes, type Sandboxes } from '../../../src/mock/state/sandboxes.ts';
import { httpRequest } from '../../support/http-request.ts';

const apis = (await loadProject()).filter(({ name }) => name === 'crego');
const contract = await loadContract(CONTROL_CONTRACT);
const loadControl = async () => contract;
const LIST = '/crego/documents/01JQ8MZ0P94HR6HSH1DGY5VNH9/shares/';

function start(token?: string) {
  const mock = createMock({ apis, control: { loadContract: loadControl, token } });
  onTestFinished(mock.close);
  const ask = (target: string, init?: RequestInit) =>
    mock.fetch(new Request(`http://mock.test${target}`, init));
  return { mock, ask };
}

/** Control API of a server whose sandboxes tell more. */
function controlOf(report: Partial<Sandboxes>, isReady = () => true, token?: string) {
  const sandboxes = { ...createSandboxes(), ...report };
  const measured = { sandboxes, requests: createRequestFigures(), isReady, peers: undefined };
  const metrics = createServerMetrics(measured);
  const controlled = { sandboxes, listApis: () => [], settings: OPEN_SETTINGS, metrics, isReady };
  const { answer } = createControl({ loadContract: loadControl, token }, controlled, () =>
    Promise.reject(new Error('No agent calls.')),
  );
  return async (target: string, method = 'GET', address?: string) => {
    const request = { ...httpRequest(method), path: target, readRemoteAddress: () => address };
    return (await answer(request)).response;
  };
}

describe('getMetrics', () => {
  test('counts requests to each operation, and violations of them', async () => {
    const { ask } = start();
    const headers = { authorization: 'Bearer x' };
    await ask(LIST, { headers });
    await ask(LIST, { headers });
    await ask(LIST);
    await ask('/crego/never-heard-of');
    await ask('/nowhere');
    const response = await ask('/_mock/metrics');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const lines = (await response.text()).split('\n');
    const count = 'share_contracts_requests_total';
    expect(lines).toContain(`${count}{api="crego",operation="listShares",status="200"} 2`);
    expect(lines).toContain(`${count}{api="crego",operation="listShares",status="401"} 1`);
    expect(lines).toContain(`${count}{api="crego",operation="",status="404"} 1`);
    expect(lines).toContain(`${count}{api="",operation="",status="404"} 1`);
    expect(lines).toContain(
      'share_contracts_violations_total{api="crego",operation="listShares",of="request"} 1',
    );
  });

  test('names nothing that a caller has sent', async () => {
    const { ask } = start();
    for (let index = 0; index < 50; index += 1) {
      await ask(`/crego/secret-${index}`, { headers: { 'x-mock-sandbox': `secret-${index}` } });
    }
    expect(await (await ask('/_mock/metrics')).text()).not.toContain('secret');
  });

  test.each([
    'text/plain',
    'text/plain;version=0.0.4;q=0.5,*/*;q=0.1',
    'application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.2',
  ])('answers a scraper that accepts %s', async (accept) => {
    const { status } = await start().ask('/_mock/metrics', { headers: { accept } });
    expect(status).toBe(200);
  });

  test('is for whoever may call the control API', async () => {
    const { ask } = start('secret');
    expect((await ask('/_mock/metrics')).status).toBe(401);
    const headers = { authorization: 'Bearer secret' };
    expect((await ask('/_mock/metrics', { headers })).status).toBe(200);
  });
});

describe('getHealth', () => {
  const readHealth = async (ask: ReturnType<typeof controlOf>) =>
    JSON.parse(String((await ask('/_mock/health')).body));

  test('tells of no store where there is none', async () => {
    const { ask } = start();
    expect(await (await ask('/_mock/health')).json()).toMatchObject({
      status: 'ok',
      live: true,
      ready: true,
      store: null,
      lag: null,
    });
  });

  test('names the store that is shared, with the time of a round trip', async () => {
    const findStore = () => ({ name: 'valkey://store:6379/0', lag: 0.41234 });
    expect(await readHealth(controlOf({ findStore }))).toMatchObject({
      store: 'valkey://store:6379/0',
      lag: 0.412,
    });
  });

  test('has no time while the store is away, and the server stays ready', async () => {
    const storeFigures = createStoreFigures();
    const findStore = () => ({ name: 'valkey://store:6379/0', lag: undefined });
    const findFailure = () => ({ reason: 'the store is away', since: 0 });
    const ask = controlOf({ findStore, storeFigures, ...{ findFailure } });
    expect(await readHealth(ask)).toMatchObject({ status: 'failing', ready: true, lag: null });
    expect((await ask('/_mock/health/ready')).status).toBe(204);
  });
});

describe('probes', () => {
  test.each(['live', 'ready'])(
    '%s answers without a token, and from another machine',
    async (name) => {
      const ask = controlOf({}, () => true, 'secret');
      const response = await ask(`/_mock/health/${name}`, 'GET', '10.0.0.7');
      expect(response).toMatchObject({ status: 204, headers: { 'cache-control': 'no-store' } });
      expect(response.body).toBeUndefined();
      expect((await ask(`/_mock/health/${name}`, 'HEAD', '10.0.0.7')).status).toBe(204);
    },
  );

  test('a server that stops is not ready, and still lives', async () => {
    const ask = controlOf({}, () => false);
    expect((await ask('/_mock/health/ready')).status).toBe(503);
    expect((await ask('/_mock/health/live')).status).toBe(204);
    expect(JSON.parse(String((await ask('/_mock/health')).body)).ready).toBe(false);
  });

  test('a mock is not ready any more from the moment at which it is to stop', async () => {
    const { mock, ask } = start();
    expect((await ask('/_mock/health/ready')).status).toBe(204);
    const stopped = mock.stop(1000);
    expect((await ask('/_mock/health/ready')).status).toBe(503);
    expect((await ask('/_mock/health/live')).status).toBe(204);
    await stopped;
  });

  test.each([
    ['POST', '/_mock/health/ready'],
    ['GET', '/_mock/health'],
    ['GET', '/_mock/health/ready/'],
    ['GET', '/_mock/sandboxes'],
  ])('open nothing else: %s %s needs the token', async (method, path) => {
    const ask = controlOf({}, () => true, 'secret');
    expect((await ask(path, method)).status).toBe(401);
  });
});
