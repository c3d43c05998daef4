import { describeSequence } from '../decode/read-sequence.ts';
import type { Media } from '../model/contract.ts';
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
