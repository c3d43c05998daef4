import { resolve } from 'node:path';
import { isUrl } from '../../contract/model/place.ts';
import { toFetch } from '../send/to-fetch.ts';
import { readSources } from '../workflows/read-sources.ts';
import { runWorkflows } from '../workflows/run-workflows.ts';
import type { Session } from './create-session.ts';

/** Runs the workflows that ask the API of a run, and files which of their steps failed; returns what could not be run, in sentences. */
export async function runOwnWorkflows(
  session: Session,
  files: readonly string[],
): Promise<readonly string[]> {
  const { contract, options, findings, sender } = session;
  const own = isUrl(contract.file) ? contract.file : resolve(contract.file);
  const notes: string[] = [];
  for (const file of files) {
    const { sources } = await readSources(file);
    const names = [...sources].filter(([, source]) => source === own).map(([name]) => name);
    if (names.length === 0) continue;
    const result = await runWorkflows({
      files: [file],
      servers: Object.fromEntries(names.map((name) => [name, options.url])),
      fetch: toFetch(sender),
      contract,
      timeout: options.timeout,
      ...(options.signal !== undefined && { signal: options.signal }),
    });
    for (const finding of result.findings) findings.add(finding);
    notes.push(...result.notes);
  }
  return notes;
}
