import { findStructured } from '../../contract/collections/read-messages.ts';
import type { Media, ResponseSpec } from '../../contract/model/contract.ts';
import { includesType, isRange } from '../../contract/model/media-range.ts';
import { bodyFormat, essence } from '../../contract/model/media-type.ts';

const STRUCTURED = ['json', 'xml', 'form', 'multipart'];

/** Chooses the content of a response for an `Accept` header: what it prefers, and of equals what has members. */
export function chooseMedia(
  { content }: Pick<ResponseSpec, 'content'>,
  accept: string | null,
): Media | undefined {
  const usual = findStructured(content) ?? content[0];
  if (accept === null || accept.trim() === '' || content.length < 2) return usual;
  const ranges = accept
    .split(',')
    .map((text) => ({ range: essence(text), quality: qualityOf(text) }))
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality);
  for (const { range } of ranges) {
    const fitting = content.filter(
      ({ type }) => includesType(range, type) || includesType(type, range),
    );
    if (usual !== undefined && fitting.includes(usual)) return usual;
    const found = findStructured(fitting) ?? fitting[0];
    if (found !== undefined) return found;
  }
  return usual;
}

/** Whether a body of some content is written from a value with members. */
export function isStructured({ type }: Media): boolean {
  return STRUCTURED.includes(bodyFormat(nameMediaType(type)));
}

/** Media type of a body of some content; JSON where any will do. */
export function nameMediaType(type: string): string {
  if (!isRange(type)) return type;
  return type.includes('+') ? type.replace('*+', '') : 'application/json';
}

function qualityOf(text: string): number {
  const [, quality = '1'] = /;\s*q=([\d.]+)/i.exec(text) ?? [];
  return Number(quality);
}
