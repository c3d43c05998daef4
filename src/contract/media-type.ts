import type { Media } from './contract.ts';

export type BodyFormat = 'json' | 'xml' | 'form' | 'text' | 'binary';

/** Media type without its parameters, lower case: `text/xml; charset=utf-8` is `text/xml`. */
export function essence(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase();
}

/** How bodies of a media type are written. */
export function bodyFormat(mediaType: string): BodyFormat {
  const type = essence(mediaType);
  if (/^application\/(.+\+)?json$/.test(type)) return 'json';
  if (/^(application|text)\/(.+\+)?xml$/.test(type)) return 'xml';
  if (type === 'application/x-www-form-urlencoded') return 'form';
  return type.startsWith('text/') ? 'text' : 'binary';
}

/** Declared content for a `Content-Type`: the exact type before a range such as `text/*`. */
export function findMedia(content: readonly Media[], contentType: string): Media | undefined {
  const type = essence(contentType);
  const [group] = type.split('/');
  return [type, `${group}/*`, '*/*']
    .map((wanted) => content.find((media) => essence(media.type) === wanted))
    .find((media) => media !== undefined);
}
