import { decodeForm } from '../decode/decode-form.ts';
import { readSequence } from '../decode/read-sequence.ts';
import type { Media } from '../model/contract.ts';
import { bodyFormat, isSequence } from '../model/media-type.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import type { Violation } from '../model/violation.ts';
import { checkMedia } from './check-media.ts';
import { checkSequence } from './check-sequence.ts';
import type { SchemaValidator } from './check-value.ts';

/**
 * Checks a body that is about to be written: a value, or text that is in the media type already. A
 * multipart text is not checked.
 */
export function checkExample(
  media: Media,
  contentType: string,
  body: unknown,
  resolve: ResolveSchema,
  validate: SchemaValidator,
): readonly Violation[] {
  const format = bodyFormat(contentType);
  if (isSequence(format)) {
    try {
      return checkSequence(media, readSequence(body, format, media, resolve), resolve, validate);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      const rule = { keyword: 'syntax', params: { mediaType: contentType } };
      return [{ in: 'body', pointer: '', rule, found: error.message }];
    }
  }
  if (typeof body !== 'string') return checkMedia(media, body, resolve, validate);
  if (format === 'multipart' && body.startsWith('--')) return [];
  const value = format === 'form' ? decodeForm(new URLSearchParams(body), media, resolve) : body;
  return checkMedia(media, value, resolve, validate);
}
