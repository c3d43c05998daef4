import { isJsonObject } from './json-cursor.ts';

/** Server-sent event, https://spec.openapis.org/oas/v3.2.0#server-sent-event-streams. */
export interface ServerSentEvent {
  /** Text, or a value that is sent as JSON. */
  readonly data?: unknown;
  readonly event?: unknown;
  readonly id?: unknown;
  readonly retry?: unknown;
}

const FIELDS = ['data', 'event', 'id', 'retry'];

/** Whether an object with these members is an event, and not the data of one. */
export function isEventShape(names: Iterable<string>): boolean {
  const all = [...names];
  const isKnown = all.every((name) => FIELDS.includes(name));
  return isKnown && (all.includes('data') || all.includes('event'));
}

/** Lists the events that a value stands for: an event, the data of one, or several. */
export function toEvents(value: unknown): ServerSentEvent[] {
  return [value].flat().map((one) => {
    return isJsonObject(one) && isEventShape(Object.keys(one)) ? one : { data: one };
  });
}

/** Whether a text is a stream of events already: its first line has a field, or is a comment. */
export function isEventStream(text: string): boolean {
  return /^\uFEFF?\s*(?:data|event|id|retry)?:/.test(text);
}

/**
 * Reads a stream of events, without comments and events that have no data. The last one counts even
 * if no empty line follows: https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream.
 */
export function readEvents(text: string): ServerSentEvent[] {
  const blocks = text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n{2,}/);
  return blocks.map(readEvent).filter(({ data }) => data !== undefined);
}

function readEvent(block: string): ServerSentEvent {
  const lines = block.split('\n').map((line) => line.split(/:(.*)/s, 2));
  const fields = Map.groupBy(lines, ([name = '']) => name);
  const valuesOf = (name: string) =>
    (fields.get(name) ?? []).map(([, value = '']) => value.replace(/^ /, ''));
  const data = valuesOf('data');
  const [event, id, retry] = ['event', 'id', 'retry'].map((name) => valuesOf(name).at(-1));
  return {
    ...(data.length > 0 && { data: data.join('\n') }),
    ...(event !== undefined && { event }),
    ...(id !== undefined && { id }),
    ...(retry !== undefined && /^\d+$/.test(retry) && { retry: Number(retry) }),
  };
}

/** Writes events as a stream; data of several lines has several fields. */
export function writeEvents(events: readonly ServerSentEvent[]): string {
  return events.map(writeEvent).join('');
}

function writeEvent({ event, id, retry, data }: ServerSentEvent): string {
  const fields = Object.entries({ event, id, retry }).filter(([, value]) => value !== undefined);
  const named = fields.map(([name, value]) => `${name}: ${oneLine(String(value))}`);
  const text = typeof data === 'string' ? data : (JSON.stringify(data) ?? '');
  const lines = data === undefined ? [] : text.split(/\r\n|\r|\n/).map((line) => `data: ${line}`);
  return `${[...named, ...lines].join('\n')}\n\n`;
}

/** A field ends with its line. */
function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ');
}
