import type { JournalEntry, Violation } from '../../generated/mock-control/types.ts';

/** Entry of the journal, made ready to be listed and searched. */
export interface LogEntry {
  readonly entry: JournalEntry;
  /** Path and query that were called. */
  readonly target: string;
  /** Text in lower case that a filter is looked for in. */
  readonly searched: string;
  /** About how many characters it takes. */
  readonly size: number;
}

/** Makes an entry of the journal ready. */
export function toLogEntry(entry: JournalEntry): LogEntry {
  const target = targetOf(entry.url);
  const { method, status, operation, api, violations, request, response } = entry;
  const parts = [method, status, operation, api, target, ...violations.map(describeViolation)];
  const bodies = [request.body, response?.body].map((body) => body?.length ?? 0);
  return {
    entry,
    target,
    searched: parts.join(' ').toLowerCase(),
    size: bodies.reduce((sum, length) => sum + length, 1000),
  };
}

/** Says in words what broke the contract: `Query page: expected integer, found string`. The journal tells types of values alone. */
export function describeViolation({ in: part, pointer, expected, found }: Violation): string {
  const place = pointer.replace(/^\//, '');
  const where = `${part.charAt(0).toUpperCase()}${part.slice(1)}${place === '' ? '' : ` ${place}`}`;
  const end =
    found === undefined
      ? ''
      : `, found ${typeof found === 'string' ? found : JSON.stringify(found)}`;
  return `${where}: ${/^(must|should|expected)\b/.test(expected) ? '' : 'expected '}${expected}${end}`;
}

function targetOf(url: string): string {
  const rest = url.replace(/^[a-z]+:\/\/[^/]*/i, '');
  return rest === '' ? '/' : rest;
}
