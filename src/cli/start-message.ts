import { CONTROL_MOUNT } from '../mock/control/control-mount.ts';
import type { MockApi, MockOptions } from '../mock/create-mock.ts';
import { serializeEvent } from '../mock/log/serialize-event.ts';
import { formatCollections } from './format-collections.ts';

/** What `mock` says once it listens: the base URL of each API, and what is served besides: docs, console, tools of agents. */
export function formatStartMessage(origin: string, options: MockOptions): string {
  const rows = listServed(origin, options);
  const width = Math.max(...rows.map(({ name }) => name.length));
  return [
    `Mock server listens on ${origin}`,
    ...rows.flatMap(({ name, url, ...recognised }) => [
      `  ${name.padEnd(width)}  ${url}`,
      ...formatCollections(recognised).map((line) => `    ${line}`),
    ]),
    'Stop it with Ctrl+C.',
  ].join('\n');
}

/** The same as the first line of a log in JSON. */
export function serializeStart(origin: string, options: MockOptions, time: Date): string {
  return serializeEvent('start', time, { url: origin, served: listServed(origin, options) });
}

interface Served extends Pick<MockApi, 'collections'> {
  readonly name: string;
  readonly url: string;
}

function listServed(origin: string, { apis = [], docs, control }: MockOptions): Served[] {
  const { path = CONTROL_MOUNT } = control ?? {};
  const isRootTaken = apis.some(({ mount }) => mount === '');
  const rows = apis.map(({ name, mount, collections }) => ({
    name,
    url: `${origin}${mount || '/'}`,
    ...(collections && { collections }),
  }));
  return [
    ...rows,
    ...(docs === undefined ? [] : [{ name: 'docs', url: `${origin}/docs/` }]),
    ...(control?.console === undefined
      ? []
      : [{ name: 'console', url: `${origin}${isRootTaken ? `${path}/console` : ''}/` }]),
    ...(control?.agents === undefined ? [] : [{ name: 'agents', url: `${origin}${path}/mcp` }]),
  ];
}
