import { resolve } from 'node:path';
import { isUrl } from '../../contract/model/place.ts';
import { ConnectionError } from '../send/connection-error.ts';
import { StoppedError } from '../send/stopped-error.ts';
import { toFetch } from '../send/to-fetch.ts';
import type { Session } from '../session/create-session.ts';
import { replaceSecrets } from '../session/credentials.ts';
import { describeLoss } from '../session/lost-answer.ts';
import { readSources } from './read-sources.ts';
import { runWorkflows } from './run-workflows.ts';

/** Runs the workflows that ask the API of a run, and files which of their steps failed; returns what could not be run, in sentences. */
export async function runOwnWorkflows(
  session: Session,
  files: readonly string[],
): Promise<readonly string[]> {
  const { contract, options, findings, sender } = session;
  const send = toFetch(sender);
  const schemes = contract.operations.flatMap(({ security }) => security.flat());
  const own = isUrl(contract.file) ? contract.file : resolve(contract.file);
  const notes: string[] = [];
  if (files.length > 0 && isLockedOut(session))
    return ['Workflows were not run: the server refuses the credentials of the run.'];
  for (const file of files) {
    const { sources, defaults } = await readSources(file);
    const names = [...sources].filter(([, source]) => source === own).map(([name]) => name);
    if (names.length === 0) continue;
    const result = await runWorkflows({
      files: [file],
      servers: Object.fromEntries(names.map((name) => [name, options.url])),
      // A workflow has secrets that its inputs give it; those of the run go in their place.
      fetch: (request) =>
        send(replaceSecrets(request, schemes, session.given, (secret) => defaults.has(secret))),
      contract,
      timeout: options.timeout,
      ...(options.signal !== undefined && { signal: options.signal }),
    }).catch((error: unknown) => {
      throw asStopped(error, options.signal);
    });
    for (const finding of result.findings) findings.add(finding);
    notes.push(...result.notes);
  }
  return notes;
}

/** Whether no operation was open to the run, and some are closed. */
function isLockedOut({ answers }: Session): boolean {
  const all = [...answers.statuses()];
  return all.includes(401) && all.every((status) => [401, 403, 404].includes(status));
}

/** What was found before a run is interrupted, or the server is gone, is told all the same. */
function asStopped(error: unknown, signal: AbortSignal | undefined): unknown {
  if (error instanceof ConnectionError)
    return new StoppedError(`Stopped: ${describeLoss(error)}`, 'lost', { cause: error });
  return signal?.aborted === true && !(error instanceof StoppedError)
    ? new StoppedError('Stopped: the run was interrupted.', 'signal', { cause: error })
    : error;
}
