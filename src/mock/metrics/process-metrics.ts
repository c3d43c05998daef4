import { readdirSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { type Aggregator, Counter, Gauge, type Registry } from 'prom-client';

type ProcessGauge = readonly [
  name: string,
  help: string,
  read: () => number | undefined,
  /** What several processes of a server are together; their sum unless it is given. */
  aggregator?: Aggregator,
];

/**
 * Adds metrics of the process, under the names that the library's own have.
 *
 * Those keep observers of the process for ever, for each registry, and measure all the time.
 */
export function addProcessMetrics(registry: Registry): void {
  const registers = [registry];
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Total user and system CPU time spent in seconds.',
    registers,
    collect() {
      const { user, system } = process.cpuUsage();
      this.reset();
      this.inc((user + system) / 1e6);
    },
  });
  const gauges: readonly ProcessGauge[] = [
    [
      'process_start_time_seconds',
      'Start time of the process since unix epoch in seconds.',
      () => performance.timeOrigin / 1000,
      'min',
    ],
    [
      'process_resident_memory_bytes',
      'Resident memory size in bytes.',
      () => process.memoryUsage.rss(),
    ],
    [
      'nodejs_heap_size_total_bytes',
      'Process heap size from Node.js in bytes.',
      () => process.memoryUsage().heapTotal,
    ],
    [
      'nodejs_heap_size_used_bytes',
      'Process heap size used from Node.js in bytes.',
      () => process.memoryUsage().heapUsed,
    ],
    [
      'nodejs_eventloop_utilization_ratio',
      'Part of the time since the start in which the process was busy.',
      () => performance.eventLoopUtilization().utilization,
      'average',
    ],
    ['process_open_fds', 'Number of open file descriptors.', countOpenFiles],
  ];
  for (const [name, help, read, aggregator = 'sum'] of gauges) {
    if (read() === undefined) continue;
    new Gauge({
      name,
      help,
      aggregator,
      registers,
      collect() {
        this.set(read() ?? 0);
      },
    });
  }
}

/** Open files and connections; `undefined` on a system that does not tell. */
function countOpenFiles(): number | undefined {
  try {
    // Without the one that reads the folder.
    return readdirSync('/proc/self/fd').length - 1;
  } catch {
    return undefined;
  }
}
