import type { Asked } from './ask-operation.ts';
import type { Verdict } from './judge-answer.ts';
import type { DocumentResult, Started } from './measure-document.ts';

/** Processor time of the first request to a document, in seconds. */
const MOST_FIRST_SECONDS = 0.3;
/** Memory after the requests to a document. */
const MOST_MEMORY_MB = 200;
/** Share of all answers that were made up and break the document. */
const MOST_BROKEN = 0.01;

/** Says which floors are missed, one line each; nothing if all are kept. */
export function listMissedFloors(results: readonly DocumentResult[]): string[] {
  const started = results.flatMap(({ outcome }) => (outcome.kind === 'started' ? [outcome] : []));
  const asked = started.flatMap((outcome) => outcome.asked);
  return [
    ...atMost('documents that are not served', results.length - started.length, 0),
    ...atMost(
      'documents with operations that are not served',
      started.filter(isIncomplete).length,
      0,
    ),
    ...atMost('5xx, or no answer', count(asked, 'failed'), 0),
    ...atMost('unjust refusals', count(asked, 'refused'), 0),
    ...atMost('share of answers that break their schema', share(asked, 'broken'), MOST_BROKEN),
    ...results.flatMap(listMissedSizes),
  ];
}

/** Whether a server lists fewer operations than the document declares. */
export function isIncomplete({ declared, listed, asked }: Started): boolean {
  return listed < declared.operations || asked.length === 0;
}

/** Number of requests that ended so. */
export function count(asked: readonly Asked[], wanted: Verdict): number {
  return asked.filter(({ verdict }) => verdict === wanted).length;
}

function share(asked: readonly Asked[], wanted: Verdict): number {
  return asked.length === 0 ? 0 : count(asked, wanted) / asked.length;
}

function listMissedSizes({ document: { title }, outcome }: DocumentResult): string[] {
  if (outcome.kind === 'failed') return [];
  const { firstSeconds = 0, memoryMb = 0 } = outcome;
  return [
    ...atMost(`${title}: seconds for the first request`, firstSeconds, MOST_FIRST_SECONDS),
    ...atMost(`${title}: MB of memory`, memoryMb, MOST_MEMORY_MB),
  ];
}

function atMost(what: string, found: number, most: number): string[] {
  const digits = Number.isInteger(most) ? 0 : 3;
  return found <= most ? [] : [`${what}: at most ${most}, found ${found.toFixed(digits)}`];
}
