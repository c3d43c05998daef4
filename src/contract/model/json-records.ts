import { parseJson } from './parse-json.ts';

/** How JSON values follow each other: one on each line, or each after a record separator. */
export type RecordFormat = 'lines' | 'json-seq';

/** https://www.rfc-editor.org/rfc/rfc7464#section-2.2 */
const RECORD_SEPARATOR = '\u001E';

/**
 * Reads JSON values that follow each other, on lines if there are no record separators. Throws
 * SyntaxError for a malformed one, with its number.
 */
export function readRecords(text: string): unknown[] {
  const format = hasSeparators(text) ? 'json-seq' : 'lines';
  const parts = format === 'lines' ? text.split('\n') : text.split(RECORD_SEPARATOR).slice(1);
  const what = format === 'lines' ? 'line' : 'record';
  return parts
    .map((part, index) => ({ part: part.trim(), place: `${what} ${index + 1}` }))
    .filter(({ part }) => part !== '')
    .map(({ part, place }) => parseRecord(part, place));
}

/** Whether a text has record separators. */
export function hasSeparators(text: string): boolean {
  return text.includes(RECORD_SEPARATOR);
}

function parseRecord(text: string, place: string): unknown {
  try {
    return parseJson(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SyntaxError(`${place}: ${reason}`, { cause });
  }
}

/** Writes JSON values one after the other. */
export function writeRecords(values: readonly unknown[], format: RecordFormat): string {
  const start = format === 'lines' ? '' : RECORD_SEPARATOR;
  return values.map((value) => `${start}${JSON.stringify(value)}\n`).join('');
}
