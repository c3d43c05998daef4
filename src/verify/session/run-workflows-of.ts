import { resolve } from 'node:path';
import { isUrl } from '../../contract/model/place.ts';
import { ConnectionError } from '../send/connection-error.ts';
import { StoppedError } from '../send/stopped-error.ts';
import { toFetch } from '../send/to-fetch.ts';
import { readSources } from '../workflows/read-sources.ts';
import { runWorkflows } from '../workflows/run-workflows.ts';
import type { Session } from './create-session.ts';
import { describeLoss } from './lost-answer.ts';

/** Runs the workflows that ask the API of a run, and files which of their steps failed; returns what could not be run, in sentences. */
export async function runOwnWorkflows(
  session: Session,
  files: readonly string[],
): Promise<readonly string[]> {
  const { contract, options, findings, sender } = session;
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
      fetch: withOwnSecrets(toFetch(sender), session, defaults),
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

/** Sends the credentials of the run where a workflow would send those that its inputs have by default. */
function withOwnSecrets(
  fetch: (request: Request) => Promise<Response>,
  { contract, options }: Session,
  defaults: ReadonlySet<string>,
): (request: Request) => Promise<Response> {
  const { headers: given, credentials } = options;
  const schemes = contract.operations.flatMap(({ security }) => security.flat());
  return (request) => {
    const headers = new Headers(request.headers);
    const isPreset = (text: string | null) =>
      text !== null && defaults.has(text.replace(/^(?:Bearer|Basic) /i, ''));
    for (const [name, value] of Object.entries(given)) {
      if (isPreset(headers.get(name))) headers.set(name, value);
    }
    const url = new URL(request.url);
    for (const { name, type, in: place, parameter = '', scheme } of schemes) {
      const secret = credentials[name];
      if (secret === undefined) continue;
      if (place === 'query' && isPreset(url.searchParams.get(parameter))) {
        url.searchParams.set(parameter, secret);
      }
      const field = type === 'apiKey' ? parameter : 'authorization';
      if (place === 'query' || place === 'cookie' || !isPreset(headers.get(field))) continue;
      headers.set(field, type === 'apiKey' || scheme === 'basic' ? secret : `Bearer ${secret}`);
    }
    return fetch(new Request(new Request(url, request), { headers }));
  };
}

/** Whether no operation was open to the run, and some are closed. */
function isLockedOut({ statuses }: Session): boolean {
  const all = [...statuses.values()].flatMap((met) => [...met]);
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
