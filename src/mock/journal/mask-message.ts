import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { maskQuery } from '../../contract/secrets/mask-query.ts';
import { maskTarget } from '../../contract/secrets/mask-target.ts';
import { isSecretName } from '../../contract/secrets/secret-name.ts';
import { MASK, maskSecretShapes } from '../../contract/secrets/secret-shape.ts';

/** Masks secrets in a body: by name in JSON, XML and forms, and by their shape in any text. */
export function maskBody(text: string): string {
  const value = parseJson(text);
  if (value !== undefined) return JSON.stringify(maskMembers(value));
  if (/^\s*</.test(text)) return maskSecretShapes(maskElements(text));
  if (/^\s*[[{]/.test(text)) return maskSecretShapes(maskQuoted(text));
  return maskSecretShapes(/^[^\s=&]+=/.test(text) ? maskQuery(text, undefined) : text);
}

/** Masks secrets in a text, and in path and query if it is a link. */
function maskText(text: string): string {
  const url = /^https?:\/\/[^/]+(?=\/)/.exec(text)?.[0];
  if (url === undefined) return maskSecretShapes(text);
  const known = { contract: undefined, operation: undefined, pathValues: undefined };
  return maskSecretShapes(url) + maskTarget({ target: text.slice(url.length), ...known });
}

function parseJson(text: string): unknown {
  if (!/^\s*[[{"]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function maskMembers(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value);
  if (Array.isArray(value)) return value.map(maskMembers);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      typeof member === 'string' && member !== '' && isSecretName(name)
        ? MASK
        : maskMembers(member),
    ]),
  );
}

/** Masks members of JSON that is malformed or truncated, even within a value. */
function maskQuoted(text: string): string {
  return text.replaceAll(/"([^"\\]+)"(\s*:\s*)"(?:[^"\\]|\\.)*"?/g, (whole, name, colon) =>
    isSecretName(name) ? `"${name}"${colon}"${MASK}"` : whole,
  );
}

function maskElements(text: string): string {
  return text.replaceAll(/<([\w.:-]+)([^>]*)>([^<]+)(?=<\/)/g, (whole, name, rest) =>
    isSecretName(name) ? `<${name}${rest}>${MASK}` : whole,
  );
}
