import { runSchemathesis } from '../deep/run-schemathesis.ts';
import type { Session } from './create-session.ts';

/** Longest time of Schemathesis in milliseconds, where the run has no limit. */
const LONGEST = 10 * 60_000;

/** Runs Schemathesis with the headers of a run, and files what it finds; returns what it could not test, in sentences. */
export async function runDeep({
  contract,
  options,
  findings,
}: Session): Promise<readonly string[]> {
  const { url, headers, seed, maxTime = LONGEST, signal } = options;
  const { findings: found, notes } = await runSchemathesis({
    file: contract.file,
    url,
    headers,
    seed,
    maxTime,
    contract,
    ...(signal !== undefined && { signal }),
  });
  for (const finding of found) findings.add(finding);
  return notes;
}
