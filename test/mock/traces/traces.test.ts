import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { loadProject } from '../../../src/apis/load-project.ts';
import { openTraces } from '../../../src/cli/open-traces.ts';
import { createMock } from '../../../src/mock/create-mock.ts';
import { asksForTraces } from '../../../src/mock/traces/asks-for-traces.ts';
import { readSampler } from '../../../src/mock/traces/read-sampler.ts';
import { traceRequests } from '../../../src/mock/traces/trace-requests.ts';
import { endRunningClis, startMock } from '../../cli/run-cli.ts';
import { receiveSpans } from './receive-spans.ts';

const apis = await loadProject();
const DOCUMENT = '01JQ8MZ0P94HR6HSH1DGY5VNH9';
const LIST = `/crego/documents/${DOCUMENT}/shares/`;
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';

/** Mock whose spans are kept. */
function start() {
  const exporter = new InMemorySpanExporter();
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
  const findMount = (name: string) => apis.find((api) => api.name === name)?.mount;
  const server = { findMount, namedSandboxes: true, controlPath: '/_mock' };
  const trace = traceRequests(provider.getTracer('test'), server);
  const mock = createMock({ apis, trace });
  onTestFinished(mock.close);
  const ask = async (target: string, headers: Record<string, string> = {}, method = 'GET') => {
    const request = new Request(`http://mock.test:4010${target}`, { method, headers });
    await mock.fetch(request).catch(() => {});
    return exporter.getFinishedSpans().at(-1);
  };
  return { mock, ask, exporter };
}

describe('traceRequests', () => {
  test('makes a span of a server, with what the conventions ask for', async () => {
    const headers = { authorization: 'Bearer x', 'x-mock-sandbox': 'alice' };
    const span = await start().ask(`${LIST}?page_size=1`, headers);
    expect(span).toMatchObject({
      name: 'GET /crego/documents/{document_id}/shares/',
      kind: SpanKind.SERVER,
      status: { code: SpanStatusCode.UNSET },
    });
    expect(span?.attributes).toEqual({
      'http.request.method': 'GET',
      'http.response.status_code': 200,
      'http.route': '/crego/documents/{document_id}/shares/',
      'server.address': 'mock.test',
      'server.port': 4010,
      'share_contracts.api': 'crego',
      'share_contracts.operation': 'listShares',
      'share_contracts.sandbox': 'alice',
      'url.path': LIST,
      'url.scheme': 'http',
    });
  });

  test('is below the span that the caller names, in its trace', async () => {
    const traceparent = `00-${TRACE}-${PARENT}-01`;
    const span = await start().ask(LIST, { authorization: 'Bearer x', traceparent });
    expect(span?.spanContext().traceId).toBe(TRACE);
    expect(span?.parentSpanContext?.spanId).toBe(PARENT);
  });

  test.each(['', 'nonsense', `00-${'0'.repeat(32)}-${PARENT}-01`])(
    'begins a trace of its own where traceparent is %j',
    async (traceparent) => {
      const span = await start().ask(LIST, { authorization: 'Bearer x', traceparent });
      expect(span?.parentSpanContext).toBeUndefined();
      expect(span?.spanContext().traceId).toMatch(/^[\da-f]{32}$/);
    },
  );

  test('leaves out what a caller has asked not to be traced', async () => {
    const { ask, exporter } = start();
    await ask(LIST, { authorization: 'Bearer x', traceparent: `00-${TRACE}-${PARENT}-00` });
    expect(exporter.getFinishedSpans()).toEqual([]);
  });

  test('shows no secret of a path, and no query', async () => {
    const { attributes } = (await start().ask('/crego/public/s/top-secret?token=hidden')) ?? {};
    expect(JSON.stringify(attributes)).not.toMatch(/top-secret|hidden/);
  });

  test('names no path that is of no contract, and no method that is none', async () => {
    const { ask } = start();
    const unknown = await ask('/nowhere/at/all');
    expect(unknown?.name).toBe('GET');
    expect(unknown?.attributes).not.toHaveProperty('http.route');
    expect((await ask('/nowhere', {}, 'BREW'))?.attributes).toMatchObject({
      'http.request.method': '_OTHER',
    });
  });

  test('counts violations of a request that is refused, which is no error of the server', async () => {
    const span = await start().ask(LIST);
    expect(span?.status.code).toBe(SpanStatusCode.UNSET);
    expect(span?.attributes).toMatchObject({
      'http.response.status_code': 401,
      'share_contracts.violations': 1,
    });
  });

  test.each([
    ['error', { 'error.type': '500', 'http.response.status_code': 500 }],
    ['reset', { 'error.type': 'connection_lost' }],
  ] as const)('says what went wrong by the fault %s', async (outcome, attributes) => {
    const { mock, ask } = start();
    mock.sandboxes.open('default').faults = [{ outcome }];
    const span = await ask(LIST, { authorization: 'Bearer x' });
    expect(span?.status.code).toBe(SpanStatusCode.ERROR);
    expect(span?.attributes).toMatchObject(attributes);
  });
});

describe('asksForTraces', () => {
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' };

  test.each<[env: NodeJS.ProcessEnv, asks: boolean]>([
    [{}, false],
    [{ OTEL_SERVICE_NAME: 'mock' }, false],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: ' ' }, false],
    [endpoint, true],
    [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://collector:4318/v1/traces' }, true],
    [{ OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: 'http://collector:4318' }, false],
    [{ ...endpoint, OTEL_SDK_DISABLED: 'TRUE' }, false],
    [{ ...endpoint, OTEL_SDK_DISABLED: '1' }, true],
    [{ ...endpoint, OTEL_TRACES_EXPORTER: 'none' }, false],
    [{ ...endpoint, OTEL_TRACES_EXPORTER: 'console, otlp' }, true],
  ])('%j: %s', (env, asks) => {
    expect(asksForTraces(env)).toBe(asks);
  });

  test('loads nothing where it is not asked', async () => {
    const served = { apis: [] };
    const options = { sandboxes: true };
    expect(await openTraces(served, options, { env: {}, say: () => {} })).toBeUndefined();
  });
});

describe('readSampler', () => {
  const read = (name: string, ratio?: string) => {
    const said: string[] = [];
    const env = { OTEL_TRACES_SAMPLER: name, OTEL_TRACES_SAMPLER_ARG: ratio };
    return { sampler: readSampler(env, (message) => said.push(message))?.toString(), said };
  };

  test.each<[name: string, ratio: string | undefined, sampler: string | undefined]>([
    ['', undefined, undefined],
    ['always_on', undefined, 'AlwaysOnSampler'],
    ['always_off', undefined, 'AlwaysOffSampler'],
    ['traceidratio', '0.25', 'TraceIdRatioBased{0.25}'],
    ['traceidratio', undefined, 'TraceIdRatioBased{1}'],
    ['parentbased_traceidratio', '0.5', 'ParentBased{root=TraceIdRatioBased{0.5}'],
    ['parentbased_always_off', undefined, 'ParentBased{root=AlwaysOffSampler'],
  ])('%s with %s', (name, ratio, sampler) => {
    const found = read(name, ratio);
    expect(found.said).toEqual([]);
    if (sampler === undefined) expect(found.sampler).toBeUndefined();
    else expect(found.sampler).toContain(sampler);
  });

  test.each([
    ['jaeger_remote', undefined, 'OTEL_TRACES_SAMPLER: expected always_on'],
    ['parentbased_', undefined, 'found "parentbased_"'],
    ['traceidratio', '2', 'OTEL_TRACES_SAMPLER_ARG: expected a number from 0 to 1, found "2"'],
    ['traceidratio', 'half', 'found "half"'],
  ])('says what is wrong with %s and %s', (name, ratio, message) => {
    expect(read(name, ratio).said.join()).toContain(message);
  });
});

describe.concurrent('mock', () => {
  afterAll(endRunningClis);

  test('sends spans to the endpoint that the standard variables name', async () => {
    await using collector = await receiveSpans();
    const { url, received, targets } = collector;
    const env = {
      OTEL_EXPORTER_OTLP_ENDPOINT: url,
      OTEL_SERVICE_NAME: 'company-mock',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=preview',
    };
    await using mock = await startMock(['crego', '--port', '0'], { env });
    const traceparent = `00-${TRACE}-${PARENT}-01`;
    await fetch(`${mock.url}${LIST}`, { headers: { authorization: 'Bearer x', traceparent } });
    await fetch(`${mock.url}/_mock/health/live`);
    expect(await mock.end('SIGTERM')).toMatchObject({ code: 0 });
    expect(new Set(targets)).toEqual(new Set(['POST /v1/traces application/x-protobuf']));
    expect(received).toEqual([
      {
        name: 'GET /crego/documents/{document_id}/shares/',
        traceId: TRACE,
        parentId: PARENT,
        kind: String(SpanKind.SERVER + 1),
        attributes: expect.objectContaining({
          'http.response.status_code': '200',
          'share_contracts.sandbox': 'default',
        }),
        resource: expect.objectContaining({
          'service.name': 'company-mock',
          'deployment.environment.name': 'preview',
          'service.instance.id': expect.any(String),
        }),
      },
    ]);
  });

  test('says once that its spans are refused', async () => {
    await using collector = await receiveSpans(400);
    const env = { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${collector.url}/v1/traces` };
    await using mock = await startMock(['crego', '--port', '0'], { env });
    await fetch(`${mock.url}${LIST}`);
    const { code, stderr } = await mock.end('SIGTERM');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^Traces could not be sent: .*This is said once\.$/m);
  });
});
