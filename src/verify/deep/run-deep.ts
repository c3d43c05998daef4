import type { Session } from '../session/create-session.ts';
import { listHeaders } from '../session/credentials.ts';
import { runSchemathesis } from './run-schemathesis.ts';

/** Longest time of Schemathesis in milliseconds, where the run has no limit. */
const LONGEST = 10 * 60_000;

/** Runs Schemathesis with the headers of a run, and files what it finds; returns what it could not test, in sentences. */
export async function runDeep({
  contract,
  options,
  given,
  findings,
}: Session): Promise<readonly string[]> {
  const { url, seed, maxTime = LONGEST, signal } = options;
  const { findings: found, notes } = await runSchemathesis({
    file: contract.file,
    url,
    headers: listHeaders(
      contract.operations.flatMap(({ security }) => security.flat()),
      given,
    ),
    seed,
    maxTime,
    contract,
    ...(signal !== undefined && { signal }),
  });
  for (const finding of found) findings.add(finding);
  return notes;
}
