import type { MockOptions } from '../mock/create-mock.ts';

/** What `mock` says once it listens: the base URL of each API, and of the docs where they are served. */
export function formatStartMessage(origin: string, { apis, docs }: MockOptions): string {
  const rows = apis.map(({ name, mount }) => ({ name, url: `${origin}${mount || '/'}` }));
  if (docs !== undefined) rows.push({ name: 'docs', url: `${origin}/docs/` });
  const width = Math.max(...rows.map(({ name }) => name.length));
  return [
    `Mock server listens on ${origin}`,
    ...rows.map(({ name, url }) => `  ${name.padEnd(width)}  ${url}`),
    'Stop it with Ctrl+C.',
  ].join('\n');
}
