import type { LogAnswer, LogQuestion } from '../state/state-log.ts';
import type { StateChange } from '../state/state-store.ts';
import { serializeSettings } from '../state/stored-settings.ts';
import { decodeChanges, encodeChanges } from '../state-log/encode-changes.ts';
import { escapeNul, joinTexts } from './join-texts.ts';
import { toLogId } from './log-id.ts';
import type { Rows } from './run-statement.ts';

/** Row of an answer, or of what it consists of. */
interface AnswerRow {
  readonly kind: unknown;
  readonly log: unknown;
  readonly place: number;
  readonly uncompacted: number;
  readonly content: unknown;
}

/** Lists the arguments of the function `exchange` but the limits, by columns. */
export function listArguments(questions: readonly LogQuestion[]): unknown[] {
  const contents: string[] = [];
  const firsts: number[] = [];
  const receivers: number[] = [];
  const messages: string[] = [];
  const texts: string[] = [];
  for (const [at, { transactions, deliveries }] of questions.entries()) {
    firsts.push(contents.length);
    for (const changes of transactions) contents.push(encodeChanges(changes));
    for (const { id, text } of deliveries) {
      receivers.push(at + 1);
      messages.push(escapeNul(id));
      texts.push(text);
    }
  }
  return [
    questions.map(({ sandbox }) => escapeNul(sandbox)),
    questions.map(({ known }) => known && toLogId(known.log)),
    questions.map(({ known }) => known?.version),
    questions.map(({ removes }) => removes),
    firsts,
    questions.map(({ transactions }) => transactions.length),
    joinTexts(contents),
    questions.map(({ transactions }) => findSettings(transactions)),
    receivers,
    messages,
    joinTexts(texts),
  ];
}

/** The last settings of transactions. */
function findSettings(transactions: readonly (readonly StateChange[])[]): string | undefined {
  for (const changes of transactions.toReversed()) {
    const change = changes.findLast(({ kind }) => kind === 'settings');
    if (change?.kind === 'settings') return serializeSettings(change.settings);
  }
  return undefined;
}

/** Reads the rows of the function `exchange`; `name` is that of the store. */
export function readAnswers(
  questions: readonly LogQuestion[],
  rows: Rows,
  name: string,
): LogAnswer[] {
  const byQuestion: AnswerRow[][] = questions.map(() => []);
  for (const [question, kind, log, place, uncompacted, content] of rows) {
    const row = { kind, log, place: Number(place), uncompacted: Number(uncompacted), content };
    byQuestion[Number(question) - 1]?.push(row);
  }
  return questions.map(({ sandbox }, at) => {
    return readAnswer(byQuestion[at] ?? [], `${name}: sandbox ${JSON.stringify(sandbox)}`);
  });
}

function readAnswer(rows: readonly AnswerRow[], where: string): LogAnswer {
  const head = rows.find(({ kind }) => kind !== 'piece' && kind !== 'transaction');
  if (head === undefined) throw new Error(`${where}: expected an answer, found none.`);
  const { kind, log, place, uncompacted } = head;
  const position = typeof log === 'string' ? { log, version: place } : undefined;
  if (kind === 'accepted') return { kind, position, uncompacted };
  const changes = [...listContents(rows, 'piece'), ...listContents(rows, 'transaction')].flatMap(
    (content) => decodeChanges(content, where),
  );
  return { kind: 'news', position, isWhole: kind === 'whole', changes };
}

function listContents(rows: readonly AnswerRow[], wanted: string): string[] {
  return rows
    .filter(({ kind }) => kind === wanted)
    .sort((a, b) => a.place - b.place)
    .map(({ content }) => String(content));
}
