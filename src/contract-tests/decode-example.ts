import type { Media } from '../contract/model/contract.ts';
import { readJsonText } from '../contract/model/json-text.ts';
import { bodyFormat } from '../contract/model/media-type.ts';
import { toPlain } from '../contract/model/to-plain.ts';
import type { ContractChecks } from '../contract/validate/contract-checks.ts';

/** Value of an example, as a body with it is decoded. */
export function decodeExample(
  media: Media,
  value: unknown,
  { resolve, decodeBody }: ContractChecks,
): unknown {
  if (bodyFormat(media.type) !== 'xml' || typeof value !== 'string') {
    return toPlain(readJsonText(value, media.type, media.schema?.schema, resolve));
  }
  try {
    return toPlain(decodeBody(value, media));
  } catch {
    // No XML, which its schema then refuses.
    return value;
  }
}
