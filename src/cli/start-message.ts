import type { MockOptions } from '../mock/create-mock.ts';
import { serializeEvent } from '../mock/log/serialize-event.ts';

/** What `mock` says once it listens: the base URL of each API, and of the docs where they are served. */
export function formatStartMessage(origin: string, options: MockOptions): string {
  const rows = listServed(origin, options);
  const width = Math.max(...rows.map(({ name }) => name.length));
  return [
    `Mock server listens on ${origin}`,
    ...rows.map(({ name, url }) => `  ${name.padEnd(width)}  ${url}`),
    'Stop it with Ctrl+C.',
  ].join('\n');
}

/** The same as the first line of a log in JSON. */
export function serializeStart(origin: string, options: MockOptions, time: Date): string {
  return serializeEvent('start', time, { url: origin, served: listServed(origin, options) });
}

function listServed(
  origin: string,
  { apis = [], docs }: MockOptions,
): { name: string; url: string }[] {
  const rows = apis.map(({ name, mount }) => ({ name, url: `${origin}${mount || '/'}` }));
  return docs === undefined ? rows : [...rows, { name: 'docs', url: `${origin}/docs/` }];
}
