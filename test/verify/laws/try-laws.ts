import type { Contract } from '../../../src/contract/model/contract.ts';
import { runLaws } from '../../../src/verify/laws/run-laws.ts';
import type { Finding } from '../../../src/verify/model/finding.ts';
import { createSession } from '../../../src/verify/session/create-session.ts';
import { createItem } from '../../../src/verify/session/items.ts';
import type { VerifyOptions } from '../../../src/verify/session/verify-options.ts';

/** What a run of all laws found, and how it asked. */
export interface LawRun {
  readonly findings: readonly Finding[];
  readonly requests: number;
  /** Findings as lines, such as `not-kept showNote answer body /title`. */
  readonly lines: readonly string[];
}

const OPTIONS = {
  url: 'http://notes.test',
  headers: {},
  credentials: {},
  values: { boardId: 'b1' },
  isWriting: true,
  withAssumed: false,
  seed: 1,
  runs: 0,
  timeout: 5000,
  maxBytes: 1e7,
  concurrency: 4,
} satisfies VerifyOptions;

/** Tries all laws on a server, as a run does; what is waited for comes at once. */
export async function tryLaws(
  contract: Contract,
  fetch: (request: Request) => Promise<Response>,
  options: Partial<VerifyOptions> = {},
  waits: readonly number[] = [0, 0],
): Promise<LawRun> {
  const session = createSession(contract, { ...OPTIONS, fetch, ...options });
  if (session.options.isWriting) {
    for (const collection of session.collections) await createItem(session, collection);
  }
  await runLaws(session, waits);
  const findings = session.findings.list().map(({ finding }) => finding);
  const lines = findings.map(({ kind, operation, where }) =>
    [kind, operation?.id, where].join(' '),
  );
  return { findings, requests: session.sender.sent, lines };
}
