import { listSeparately } from '../../contract/model/header-reader.ts';
import type { JournalMessage } from './journal-entry.ts';

/** Lists the header fields of a message as they were sent. */
export function listFields(headers: JournalMessage['headers']): [name: string, value: string][] {
  if (!isAlternating(headers)) return listSeparately(headers);
  return Array.from({ length: headers.length >> 1 }, (_, index) => [
    headers[2 * index] ?? '',
    headers[2 * index + 1] ?? '',
  ]);
}

function isAlternating(headers: JournalMessage['headers']): headers is readonly string[] {
  return Array.isArray(headers);
}
