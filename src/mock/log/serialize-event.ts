import { escapeUnprintable } from './escape-text.ts';

/** One line of JSON for something that happened. */
export function serializeEvent(event: string, time: Date, details: object): string {
  return escapeUnprintable(JSON.stringify({ time, event, ...details }));
}
