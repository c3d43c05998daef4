import type { Media } from '../model/contract.ts';
import { FilePart } from '../model/file-part.ts';
import { escapeToken, isJsonObject } from '../model/json-cursor.ts';
import { isListed } from '../model/media-type.ts';
import type { Violation } from '../model/violation.ts';

const NONE: readonly Violation[] = [];

/**
 * Finds the files of a form whose media types `encoding` does not list,
 * https://spec.openapis.org/oas/v3.1.1#encoding-object.
 */
export function checkPartTypes(
  encoding: NonNullable<Media['encoding']>,
  body: unknown,
): readonly Violation[] {
  if (!isJsonObject(body)) return NONE;
  return [...encoding].flatMap(([name, { contentType }]) =>
    [body[name]]
      .flat()
      .filter((part) => part instanceof FilePart)
      .filter(({ mediaType }) => contentType !== undefined && !isListed(mediaType, contentType))
      .map(({ mediaType }) => ({
        in: 'body',
        pointer: `/${escapeToken(name)}`,
        rule: { keyword: 'mediaType', params: { types: contentType ?? '' } },
        found: mediaType,
      })),
  );
}
