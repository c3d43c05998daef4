import { describe, expect, test } from 'vitest';
import { addDuration } from '../../../src/mock/metrics/durations.ts';
import {
  createRequestFigures,
  type NotedRequest,
} from '../../../src/mock/metrics/request-figures.ts';
import { createStoreFigures, type StoreFigures } from '../../../src/mock/metrics/store-figures.ts';
import { createMetrics, type MetricMoment } from '../../../src/mock/metrics/write-metrics.ts';

const LISTED: NotedRequest = {
  api: 'notes',
  operation: 'listNotes',
  status: 200,
  milliseconds: 0.7,
  violations: 0,
  isForbidden: false,
};

function start(storeFigures?: StoreFigures) {
  const requests = createRequestFigures();
  const isReady = () => true;
  const metrics = createMetrics({ version: '1.2.3', requests, isReady, storeFigures });
  /** Samples of ours, without help and types. */
  const list = async (store?: MetricMoment['store']) => {
    const text = await metrics.write({ sandboxes: 3, store });
    return text.split('\n').filter((line) => line.startsWith('share_contracts_'));
  };
  return { requests, metrics, list };
}

describe('createMetrics', () => {
  test('counts requests by API, operation and status', async () => {
    const { requests, list } = start();
    requests.note(LISTED);
    requests.note(LISTED);
    requests.note({ ...LISTED, status: 404 });
    requests.note({ ...LISTED, status: undefined });
    requests.note({ ...LISTED, api: undefined, operation: undefined });
    const counted = (await list()).filter((line) => line.includes('requests_total'));
    expect(counted).toEqual([
      'share_contracts_requests_total{api="notes",operation="listNotes",status="200"} 2',
      'share_contracts_requests_total{api="notes",operation="listNotes",status="404"} 1',
      'share_contracts_requests_total{api="notes",operation="listNotes",status=""} 1',
      'share_contracts_requests_total{api="",operation="",status="200"} 1',
    ]);
  });

  test('counts durations in buckets of seconds, each with those below', async () => {
    const { requests, list } = start();
    for (const milliseconds of [0.25, 0.75, 30_000]) requests.note({ ...LISTED, milliseconds });
    const labels = 'api="notes",operation="listNotes"';
    const bucket = 'share_contracts_request_duration_seconds_bucket';
    const lines = await list();
    expect(lines).toContain(`${bucket}{le="0.0005",${labels}} 1`);
    expect(lines).toContain(`${bucket}{le="0.001",${labels}} 2`);
    expect(lines).toContain(`${bucket}{le="10",${labels}} 2`);
    expect(lines).toContain(`${bucket}{le="+Inf",${labels}} 3`);
    expect(lines).toContain(`share_contracts_request_duration_seconds_sum{${labels}} 30.001`);
    expect(lines).toContain(`share_contracts_request_duration_seconds_count{${labels}} 3`);
  });

  test('counts violations of requests apart from those of answers', async () => {
    const { requests, list } = start();
    requests.note({ ...LISTED, violations: 2, isForbidden: true });
    requests.note({ ...LISTED, violations: 3 });
    const counted = (await list()).filter((line) => line.includes('violations'));
    expect(counted).toEqual([
      'share_contracts_violations_total{api="notes",operation="listNotes",of="request"} 2',
      'share_contracts_violations_total{api="notes",operation="listNotes",of="answer"} 3',
    ]);
  });

  test('counts attempts to send webhooks', async () => {
    const { requests, list } = start();
    for (const status of [200, 204, 302, 500, undefined]) requests.noteWebhook('notes', status);
    const counted = (await list()).filter((line) => line.includes('webhooks'));
    expect(counted).toEqual([
      'share_contracts_webhooks_total{api="notes",outcome="delivered"} 2',
      'share_contracts_webhooks_total{api="notes",outcome="failed"} 3',
    ]);
  });

  test('tells of the server, and of no store where there is none', async () => {
    const lines = await start().list();
    expect(lines).toContain('share_contracts_build_info{version="1.2.3"} 1');
    expect(lines).toContain('share_contracts_ready 1');
    expect(lines).toContain('share_contracts_sandboxes 3');
    expect(lines.filter((line) => line.includes('store'))).toEqual([]);
  });

  test('tells what a store costs, and whether it is there', async () => {
    const storeFigures = createStoreFigures();
    const { list } = start(storeFigures);
    addDuration(storeFigures.roundTrips, 0.4);
    storeFigures.conflicts += 5;
    storeFigures.reruns += 6;
    storeFigures.refused += 1;
    const lines = await list({ name: 'valkey://a', lag: 0.4 });
    expect(lines).toEqual(
      expect.arrayContaining([
        'share_contracts_store_up 1',
        'share_contracts_store_round_trip_duration_seconds_bucket{le="0.0005"} 1',
        'share_contracts_store_round_trip_duration_seconds_count 1',
        'share_contracts_store_failures_total 0',
        'share_contracts_store_conflicts_total 5',
        'share_contracts_store_reruns_total 6',
        'share_contracts_store_refused_total 1',
      ]),
    );
    expect(await list({ name: 'valkey://a', lag: undefined })).toContain(
      'share_contracts_store_up 0',
    );
  });

  test('tells of the process under the usual names', async () => {
    const text = await start().metrics.write({ sandboxes: 1, store: undefined });
    expect(text).toMatch(/^process_cpu_seconds_total [\d.]+$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(text).toMatch(/^nodejs_heap_size_used_bytes \d+$/m);
  });

  test('says the same of the same, and nothing of another server', async () => {
    const [one, other] = [start(), start()];
    one.requests.note(LISTED);
    expect(await one.list()).toEqual(await one.list());
    expect((await other.list()).filter((line) => line.includes('notes'))).toEqual([]);
  });

  test('tells of several processes as of one server', async () => {
    const storeFigures = createStoreFigures();
    addDuration(storeFigures.roundTrips, 0.4);
    const [one, other] = [start(storeFigures), start(storeFigures)];
    one.requests.note(LISTED);
    other.requests.note(LISTED);
    other.requests.note({ ...LISTED, milliseconds: 2000, operation: 'addNote' });
    other.requests.noteWebhook('notes', 200);
    const away = { name: 'valkey://a', lag: undefined };
    const figures = structuredClone(await other.metrics.read({ sandboxes: 5, store: away }));
    const moment = { sandboxes: 3, store: { ...away, lag: 0.4 } };
    const lines = (await one.metrics.write(moment, [figures])).split('\n');
    const count = 'share_contracts_request_duration_seconds_count';
    expect(lines).toEqual(
      expect.arrayContaining([
        'share_contracts_requests_total{api="notes",operation="listNotes",status="200"} 2',
        'share_contracts_requests_total{api="notes",operation="addNote",status="200"} 1',
        `${count}{api="notes",operation="listNotes"} 2`,
        `${count}{api="notes",operation="addNote"} 1`,
        'share_contracts_webhooks_total{api="notes",outcome="delivered"} 1',
        'share_contracts_store_round_trip_duration_seconds_count 2',
        'share_contracts_build_info{version="1.2.3"} 1',
        'share_contracts_ready 1',
        'share_contracts_sandboxes 5',
        'share_contracts_store_up 0',
      ]),
    );
    // Both are this process.
    const read = (name: string) =>
      Number(lines.find((line) => line.startsWith(name))?.split(' ')[1]);
    expect(read('process_start_time_seconds')).toBe(performance.timeOrigin / 1000);
    expect(read('nodejs_eventloop_utilization_ratio')).toBeLessThanOrEqual(1);
    expect(read('process_resident_memory_bytes')).toBeGreaterThan(process.memoryUsage.rss());
  });

  test('gives each metric a help and a type', async () => {
    const { metrics, requests } = start();
    requests.note(LISTED);
    const lines = (await metrics.write({ sandboxes: 1, store: undefined }))
      .split('\n')
      .filter((line) => line !== '');
    const described = new Set(lines.flatMap((line) => /^# TYPE (\S+)/.exec(line)?.[1] ?? []));
    const names = lines
      .filter((line) => !line.startsWith('#'))
      .map((line) => line.replace(/[ {].*/, '').replace(/_(bucket|sum|count)$/, ''));
    expect(names.filter((name) => !described.has(name))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('# HELP'))).toHaveLength(described.size);
  });
});
