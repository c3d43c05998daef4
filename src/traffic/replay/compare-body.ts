import { describeFound } from '../../contract/model/describe-violation.ts';
import { escapeToken, isJsonObject } from '../../contract/model/json-cursor.ts';
import { bodyFormat, mediaTypeParameter } from '../../contract/model/media-type.ts';
import { MASK } from '../../contract/secrets/secret-shape.ts';
import type { Message } from '../exchange.ts';
import { readFields } from '../header-fields.ts';
import { comparePairs } from './match-pairs.ts';
import { matchesText } from './match-text.ts';

/** Says in what a body differs from a recorded one, whose masks stand for anything; `undefined` if in nothing. */
export function findBodyDifference(recorded: Message, sent: Message): string | undefined {
  if (recorded.isUnknown) return undefined;
  const [one, other] = [recorded, sent].map(({ body }) => body ?? Buffer.alloc(0));
  if (one === undefined || other === undefined || one.equals(other)) return undefined;
  const [type, sentType] = [recorded, sent].map(
    ({ headers }) => readFields(headers).get('content-type') ?? '',
  );
  const [text, sentText] = [toText(one, type), toText(other, sentType)];
  const values = [readJson(text), readJson(sentText)];
  const [value, sentValue] = values;
  if (value !== undefined && sentValue !== undefined) {
    return findValueDifference(value.json, sentValue.json, '');
  }
  if (bodyFormat(type ?? '') === 'form') {
    const { missing, extra } = comparePairs(text, sentText);
    const [pair] = [...missing, ...extra];
    return pair && `field "${pair[0]}"`;
  }
  return matchesText(text, sentText) ? undefined : 'text';
}

/** Text of a body, in which the boundary of parts is always the same one. */
function toText(body: Buffer, type = ''): string {
  const boundary = mediaTypeParameter(type, 'boundary');
  if (!/^multipart\//i.test(type) || !boundary) return body.toString();
  return body.toString('latin1').replaceAll(`--${boundary}`, '--boundary');
}

function readJson(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function findValueDifference(
  recorded: unknown,
  sent: unknown,
  pointer: string,
): string | undefined {
  if (recorded === MASK || Object.is(recorded, sent)) return undefined;
  if (typeof recorded === 'string' && typeof sent === 'string' && matchesText(recorded, sent)) {
    return undefined;
  }
  const isList = Array.isArray(recorded) && Array.isArray(sent) && recorded.length === sent.length;
  if (isList || (isJsonObject(recorded) && isJsonObject(sent))) {
    const [one, other] = [Object.entries(recorded), new Map(Object.entries(sent))];
    for (const [name, value] of one) {
      const below = `${pointer}/${escapeToken(name)}`;
      const difference = findValueDifference(value, other.get(name), below);
      if (difference !== undefined) return difference;
      other.delete(name);
    }
    const [extra] = other.keys();
    return extra === undefined
      ? undefined
      : `${pointer}/${escapeToken(extra)}, which was not recorded`;
  }
  return `${pointer || 'value'}: recorded ${describeFound(recorded)}, got ${describeFound(sent)}`;
}
