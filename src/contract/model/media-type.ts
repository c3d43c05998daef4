import type { Media } from './contract.ts';

/** Media types of values that follow each other; an OpenAPI 3.2 `itemSchema` describes each. */
export type SequenceFormat = 'events' | 'lines' | 'json-seq';

export type BodyFormat = SequenceFormat | 'json' | 'xml' | 'form' | 'multipart' | 'text' | 'binary';

/**
 * Returns a media type without parameters, in lower case: `text/xml` for `text/xml; charset=utf-8`.
 */
export function essence(contentType: string): string {
  const end = contentType.indexOf(';');
  return (end === -1 ? contentType : contentType.slice(0, end)).trim().toLowerCase();
}

/** Returns a parameter of a media type, such as `charset`; `undefined` if it is missing. */
export function mediaTypeParameter(contentType: string, name: string): string | undefined {
  if (!contentType.includes(';')) return undefined;
  for (const part of contentType.split(';').slice(1)) {
    const [key = '', value = ''] = part.split(/=(.*)/s, 2);
    if (key.trim().toLowerCase() === name) return value.trim().replace(/^"(.*)"$/, '$1');
  }
  return undefined;
}

/** Whether a comma-separated list of media types and ranges includes a media type. */
export function isListed(mediaType: string, list: string): boolean {
  const type = essence(mediaType);
  const ranges = [type, `${type.split('/')[0]}/*`, '*/*'];
  return list.split(',').some((range) => ranges.includes(essence(range)));
}

/** Returns the format of bodies of a media type. */
export function bodyFormat(mediaType: string): BodyFormat {
  const type = essence(mediaType);
  if (type === 'application/json') return 'json';
  if (type === 'application/x-www-form-urlencoded') return 'form';
  const sequence = sequenceFormat(type);
  if (sequence !== undefined) return sequence;
  if (/^(application|text)\/(.+\+)?json$/.test(type)) return 'json';
  if (/^(application|text)\/(.+\+)?xml$/.test(type)) return 'xml';
  if (type === 'multipart/form-data') return 'multipart';
  return type.startsWith('text/') ? 'text' : 'binary';
}

/** Whether a format is one of values that follow each other. */
export function isSequence(format: BodyFormat): format is SequenceFormat {
  return format === 'events' || format === 'lines' || format === 'json-seq';
}

/**
 * Returns the format of a sequential media type,
 * https://spec.openapis.org/oas/v3.2.0#sequential-media-types; `undefined` for any other.
 */
export function sequenceFormat(mediaType: string): SequenceFormat | undefined {
  const type = essence(mediaType);
  if (type === 'text/event-stream') return 'events';
  if (/^application\/(.+\+)?json-seq$/.test(type)) return 'json-seq';
  return JSON_LINES.test(type) ? 'lines' : undefined;
}

/** No name is registered; https://jsonlines.org/ and https://github.com/ndjson/ndjson-spec have these. */
const JSON_LINES =
  /^(application|text)\/(x-)?(ndjson|ldjson|jsonl|json-?lines|json-stream|stream\+json|.+\+ndjson|.+\+jsonl)$/;

/**
 * Finds the content for a `Content-Type`: of the same type the one with the same parameters, or the first; otherwise a range
 * such as `application/*+json`, `text/*` or `*\/*`.
 */
export function findMedia(content: readonly Media[], contentType: string): Media | undefined {
  const type = essence(contentType);
  const alike = content.filter((media) => essence(media.type) === type);
  const [first] = alike;
  if (alike.length <= 1) return first ?? findRange(content, type);
  const parameters = withoutSpace(contentType);
  return alike.find((media) => withoutSpace(media.type) === parameters) ?? first;
}

function findRange(content: readonly Media[], type: string): Media | undefined {
  const [group = '', name = ''] = type.split('/');
  const suffix = name.slice(name.lastIndexOf('+') + 1);
  return [`${group}/*+${suffix}`, `${group}/*`, '*/*']
    .map((wanted) => content.find((media) => essence(media.type) === wanted))
    .find((media) => media !== undefined);
}

function withoutSpace(mediaType: string): string {
  return mediaType.replaceAll(/\s/g, '').toLowerCase();
}

/** Whether a media type has parts, https://www.rfc-editor.org/rfc/rfc2046#section-5.1. */
export function isMultipart(mediaType: string): boolean {
  return essence(mediaType).startsWith('multipart/');
}
