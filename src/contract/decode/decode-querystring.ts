import { decodePercent } from '../../text/decode-percent.ts';
import type { Parameter } from '../model/contract.ts';
import { bodyFormat } from '../model/media-type.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { decodeBody } from './decode-body.ts';
import type { ParameterSource } from './decode-value.ts';

/**
 * Decodes a query that is one value as a whole, by its content:
 * https://spec.openapis.org/oas/v3.2.0#parameter-locations. `undefined` when there is no query.
 *
 * A form has percent-encoding of its own, and any other text is percent-encoded as a whole. Text
 * that is not of its media type stays text, so that validation reports it.
 */
export function decodeQuerystring(
  { media }: Parameter,
  { query, queryText = query.toString() }: ParameterSource,
  resolve: ResolveSchema,
): unknown {
  if (queryText === '') return undefined;
  const format = bodyFormat(media?.type ?? '');
  const text = format === 'form' ? queryText : decodePercent(queryText);
  if (media === undefined || format === 'multipart') return text;
  try {
    return decodeBody(text, media, resolve);
  } catch {
    return text;
  }
}
