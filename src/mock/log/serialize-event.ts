import { escapeUnprintable } from './escape-text.ts';

/** Serializes an event as one line of JSON. */
export function serializeEvent(event: string, time: Date, details: object): string {
  return escapeUnprintable(JSON.stringify({ time, event, ...details }));
}
