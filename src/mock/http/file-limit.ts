import { readFileSync } from 'node:fs';
import { memberOf } from '../../contract/model/member-of.ts';

/** Whether the process, or the system, may open no more files and connections. */
export function isFileLimit(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(EMFILE|ENFILE)$/.test(String(error.code));
}

/** Says how many files and connections this process may have open, and how to allow more. */
export function describeFileLimit(limit: number | undefined): string {
  const found = limit === undefined ? 'no more' : `${limit} at most`;
  return `Files and connections that this process may have open: ${found}. Allow more, as with "ulimit -n 4096".`;
}

/**
 * Reads how many files and connections this process may have open; `undefined` where nothing limits or tells it.
 *
 * To be called before there are any, since reading takes a file.
 */
export function readFileLimit(): number | undefined {
  try {
    // A hundredth of the time that a report takes (November 2026).
    const [, limit] =
      /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return limit === undefined ? undefined : Number(limit);
  } catch {
    return readFromReport();
  }
}

function readFromReport(): number | undefined {
  const { report } = process;
  // It would look up the name of each connected machine.
  Reflect.set(report, 'excludeNetwork', true);
  const limits = memberOf(report.getReport(), 'userLimits');
  const soft = memberOf(memberOf(limits, 'open_files'), 'soft');
  return typeof soft === 'number' ? soft : undefined;
}
