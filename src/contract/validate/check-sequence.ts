import { describeSequence, readSequence } from '../decode/read-sequence.ts';
import type { Media } from '../model/contract.ts';
import type { SequenceFormat } from '../model/media-type.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import type { Violation } from '../model/violation.ts';
import type { SchemaValidator } from './check-value.ts';

/** Checks a body that `readSequence` has read: as a whole, or item by item. */
export function checkSequence(
  media: Media,
  body: unknown,
  resolve: ResolveSchema,
  validate: SchemaValidator,
): readonly Violation[] {
  const { schema } = media;
  if (schema === undefined) return [];
  const { describes } = describeSequence(media, resolve);
  if (describes === 'list' || !Array.isArray(body)) return validate(schema, body, 'body');
  return body.flatMap((item: unknown, index) =>
    validate(schema, item, 'body').map((violation) => ({
      ...violation,
      pointer: `/${index}${violation.pointer}`,
    })),
  );
}

/** Checks a body that is yet to be read: text, or an example that is a list or one item. */
export function checkUnreadSequence(
  media: Media,
  format: SequenceFormat,
  body: unknown,
  resolve: ResolveSchema,
  validate: SchemaValidator,
): readonly Violation[] {
  try {
    return checkSequence(media, readSequence(body, format, media, resolve), resolve, validate);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const rule = { keyword: 'syntax', params: { mediaType: media.type } };
    return [{ in: 'body', pointer: '', rule, found: error.message }];
  }
}
