import { basename } from 'node:path';
import { FidelityError } from './fidelity-error.ts';
import { ChangeLine, ExchangeLine, Line } from './history-line.ts';
import { findRecordedNames } from './recorded-names.ts';
import type { History, Step } from './recording.ts';

/**
 * Reads a history: JSON lines, each a request with its answer or a change of state.
 *
 * Throws FidelityError for a line that is neither.
 */
export function readHistory(file: string, text: string): History {
  const history = basename(file).replace(/\.\w+$/, '');
  const lines = text
    .split('\n')
    .map((content, index) => ({ content, line: index + 1 }))
    .filter(({ content }) => content.trim() !== '')
    .map(({ content, line }) => {
      const read = readLine(content, `${file}:${line}`);
      return { ...read, n: read.n ?? line };
    });
  const names = findRecordedNames(lines.filter((line) => 'method' in line));
  return { name: history, names, steps: lines.map((line) => toStep(history, line, names)) };
}

function readLine(text: string, place: string): Line {
  const value = parseJson(text, place);
  const parsed = Line.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] =
    (typeof value === 'object' && value !== null && 'state' in value
      ? ChangeLine
      : ExchangeLine
    ).safeParse(value).error?.issues ?? [];
  throw new FidelityError(
    `${place}: "${issue?.path.join('.')}" is not as expected: ${issue?.message}. Each line is a request with its answer, or a change of state.`,
  );
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FidelityError(`${place}: expected one JSON object per line. ${String(error)}`);
  }
}

function toStep(
  history: string,
  line: Line & { readonly n: number },
  names: ReadonlyMap<string, string>,
): Step {
  const place = { history, n: line.n, name: line.name };
  if ('state' in line) {
    const { table, key, set } = line.state;
    return { kind: 'state', place, table, key: fillNames(key, names), set };
  }
  const { operationId, as, authorization, contentType, headers, method, save, at, answer } = line;
  const sent = [
    ...(contentType === null || contentType === undefined
      ? []
      : [['Content-Type', contentType] as const]),
    ...(authorization === null || authorization === undefined
      ? []
      : [['Authorization', authorization] as const]),
    ...headers,
  ];
  return {
    kind: 'exchange',
    place,
    operationId: operationId ?? undefined,
    as: as ?? undefined,
    method,
    target: line.sentTarget ?? targetOf(line),
    headers: sent,
    body: line.body === null ? undefined : fillAll(line.body, names),
    save,
    at,
    answer: answer ?? undefined,
  };
}

function targetOf({ path, query }: ExchangeLine): string {
  return query === null || query === undefined ? path : `${path}?${query}`;
}

/** Puts recorded values for the names in a JSON value; names that have none stay. */
function fillAll(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return fillNames(value, names);
  if (Array.isArray(value)) return value.map((item) => fillAll(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, fillAll(item, names)]),
  );
}

function fillNames(text: string, names: ReadonlyMap<string, string>): string {
  return text.replaceAll(/<<([^<>]+)>>/g, (whole, name: string) => names.get(name) ?? whole);
}
