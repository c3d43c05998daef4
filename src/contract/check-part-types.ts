import type { Media } from './contract.ts';
import { FilePart } from './file-part.ts';
import { escapeToken, isJsonObject } from './json-cursor.ts';
import { isListed } from './media-type.ts';
import type { Violation } from './violation.ts';

const NONE: readonly Violation[] = [];

/** Files of a form whose media types are not those that `encoding` lists, OpenAPI 3.1 section 4.8.15. */
export function checkPartTypes({ encoding }: Media, body: unknown): readonly Violation[] {
  if (encoding === undefined || !isJsonObject(body)) return NONE;
  return [...encoding].flatMap(([name, { contentType }]) =>
    [body[name]]
      .flat()
      .filter((part) => part instanceof FilePart)
      .filter(({ mediaType }) => contentType !== undefined && !isListed(mediaType, contentType))
      .map(({ mediaType }) => ({
        in: 'body',
        pointer: `/${escapeToken(name)}`,
        keyword: 'mediaType',
        expected: contentType ?? '',
        found: mediaType,
      })),
  );
}
