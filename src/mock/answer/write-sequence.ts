import { hasSeparators, readRecords, writeRecords } from '../../contract/model/json-records.ts';
import type { SequenceFormat } from '../../contract/model/media-type.ts';
import { isEventStream, toEvents, writeEvents } from '../../contract/model/server-sent-event.ts';

/**
 * Writes a list, or one item, in a sequential media type
 * (https://spec.openapis.org/oas/v3.2.0#sequential-media-types). Text that is in it already is
 * written as it is, other text as an item.
 */
export function writeSequence(body: unknown, format: SequenceFormat): string {
  if (body === undefined || body === '') return '';
  if (typeof body === 'string') return writeText(body, format);
  return format === 'events' ? writeEvents(toEvents(body)) : writeRecords([body].flat(), format);
}

function writeText(text: string, format: SequenceFormat): string {
  if (format === 'events') {
    if (!isEventStream(text)) return writeEvents([{ data: text.replace(/\n$/, '') }]);
    // An event ends with an empty line, which the end of a YAML text easily lacks.
    return /(\n\n|\r\n\r\n)$/.test(text) ? text : `${text.trimEnd()}\n\n`;
  }
  const records = tryRecords(text);
  if (records === undefined) return writeRecords([text], format);
  return hasSeparators(text) === (format === 'json-seq') ? text : writeRecords(records, format);
}

function tryRecords(text: string): unknown[] | undefined {
  try {
    return readRecords(text);
  } catch {
    return undefined;
  }
}
