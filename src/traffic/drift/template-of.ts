import { MASK } from '../../contract/secrets/secret-shape.ts';
import { decodePercent } from '../../text/decode-percent.ts';

/** Segments that name one thing among many: numbers, UUIDs, ids of letters and digits, secrets. */
const IDS = [/^\d+$/, /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i, /^(?=.*\d)[\w-]{10,}$/];

/** Guesses the template of a path: `/notes/17/tags` is taken for `/notes/{noteId}/tags`. */
export function templateOf(path: string): string {
  const segments = path.split('/');
  const names = new Set<string>();
  return segments
    .map((segment, at) => {
      const text = decodePercent(segment);
      if (!text.includes(MASK) && !IDS.some((id) => id.test(text))) return segment;
      const name = nameAfter(segments[at - 1] ?? '');
      const own = names.has(name) ? `${name}${at}` : name;
      names.add(own);
      return `{${own}}`;
    })
    .join('/');
}

/** Name of the variable behind a collection: `noteId` for `notes`. */
function nameAfter(segment: string): string {
  const word = segment.replaceAll(/[^A-Za-z]/g, '').replace(/s$/, '');
  return word === '' ? 'id' : `${word}Id`;
}
