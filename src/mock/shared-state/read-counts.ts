import { createStatusCounter, type StatusCounts } from '../journal/status-counter.ts';

/** Reads how often operations were answered, from the names that a journal is written with. */
export function readCounts(counts: Readonly<Record<string, number>>): StatusCounts {
  const counter = createStatusCounter();
  for (const [name, count] of Object.entries(counts)) {
    const parts: unknown = JSON.parse(name);
    if (!Array.isArray(parts)) continue;
    const [api, operation, status] = parts.map(String);
    counter.note({ kind: 'request', api, operation, status: Number(status) }, count);
  }
  return counter.read();
}
