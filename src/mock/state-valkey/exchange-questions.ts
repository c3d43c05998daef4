import type { LogAnswer, LogPosition, LogQuestion } from '../state/state-log.ts';
import type { StateChange } from '../state/state-store.ts';
import { serializeSettings } from '../state/stored-settings.ts';
import { decodeChanges, encodeChanges } from '../state-log/encode-changes.ts';

/** Writes a question as arguments of the script `EXCHANGE`. */
export function writeQuestion(
  { sandbox, known, transactions, deliveries, removes }: LogQuestion,
  isUseNoted: boolean,
): (string | number)[] {
  return [
    sandbox,
    known?.log ?? '',
    known?.version ?? 0,
    isUseNoted ? 1 : 0,
    removes ? 1 : 0,
    transactions.length,
    ...transactions.map(encodeChanges),
    findSettings(transactions),
    deliveries.length,
    ...deliveries.flatMap(({ id, text }) => [id, text]),
  ];
}

/** The last settings, as a text; empty if no transaction has any. */
function findSettings(transactions: readonly (readonly StateChange[])[]): string {
  for (const changes of transactions.toReversed()) {
    const change = changes.findLast(({ kind }) => kind === 'settings');
    if (change?.kind === 'settings') return serializeSettings(change.settings);
  }
  return '';
}

/** Reads a reply of the script `EXCHANGE`. Throws StateLogError for a text that is no transaction. */
export function readReply(reply: unknown, question: LogQuestion, store: string): LogAnswer {
  if (typeof reply === 'number') return accept(question, reply);
  const [log, version, isWhole, ...texts] = Array.isArray(reply) ? reply : [];
  const position = log === '' ? undefined : { log: String(log), version: Number(version) };
  if (isWhole === undefined) return { kind: 'accepted', position, uncompacted: Number(version) };
  const where = `${store}: sandbox ${JSON.stringify(question.sandbox)}`;
  const changes = texts.flatMap((text) => decodeChanges(String(text), where));
  return { kind: 'news', position, isWhole: isWhole === 1, changes };
}

/** `uncompacted` is -1 where there is no sandbox. */
function accept({ known, transactions }: LogQuestion, uncompacted: number): LogAnswer {
  const position: LogPosition | undefined =
    uncompacted < 0 || known === undefined
      ? undefined
      : { log: known.log, version: known.version + transactions.length };
  return { kind: 'accepted', position, uncompacted: Math.max(uncompacted, 0) };
}
