import { decodeName } from './decode-name.ts';
import type { IsSecret } from './secret-name.ts';
import { MASK } from './secret-shape.ts';

/** Name of a part, https://www.rfc-editor.org/rfc/rfc7578#section-4.2; also as `name*=UTF-8''…`. */
const NAME = /;\s*name\*?\s*=\s*("(?:[^"\\]|\\.)*|[^\s;"]+)/gi;
/** Fields that a part may have; anything else may be content behind a missing empty line. */
const FIELD = /^content-[a-z-]+:/i;

/** Masks the content of one part, whose header fields are given as text. */
export type MaskPart = (content: string, fields: string) => string;

/**
 * Masks a multipart body, complete or not: the content of parts with secret names as a whole, of others by `maskPart`.
 *
 * Without a boundary that the body has, it gives `undefined`.
 */
export function maskMultipart(
  text: string,
  boundary: string | undefined,
  isSecret: IsSecret,
  maskPart: MaskPart,
): string | undefined {
  const delimiter = findDelimiter(text, boundary);
  if (delimiter === undefined) return undefined;
  const [preamble = '', ...parts] = text.split(delimiter);
  const masked = parts.map((part) => {
    const end = endOfFields(part);
    const [fields, content] = [part.slice(0, end), part.slice(end)];
    if (content.trim() === '') return part;
    const names = [...fields.matchAll(NAME)].map(([, name = '']) => name);
    if (names.some((name) => isSecret(readName(name)))) return `${fields}${MASK}\r\n`;
    return fields + maskPart(content, fields);
  });
  return [maskPart(preamble, ''), ...masked].join(delimiter);
}

/** What separates the parts: by the declared boundary, or else the first line if it looks so. */
function findDelimiter(text: string, boundary: string | undefined): string | undefined {
  const declared = `--${boundary}`;
  if (boundary && text.includes(declared)) return declared;
  return /^\s*(--[^\s]+)\s/.exec(text)?.[1];
}

function readName(sent: string): string {
  const plain = sent.startsWith('"') ? sent.slice(1) : sent.replace(/^[\w-]*'[\w-]*'/, '');
  return decodeName(plain);
}

/** Index behind the header fields of a part, and behind the empty line after them. */
function endOfFields(part: string): number {
  let at = 0;
  let hasFields = false;
  while (at < part.length) {
    const newline = part.indexOf('\n', at);
    const end = newline < 0 ? part.length : newline + 1;
    const line = part.slice(at, end);
    const isEmpty = line.trim() === '';
    const isField: boolean = FIELD.test(line) || (hasFields && /^[ \t]/.test(line));
    if (!isEmpty && !isField) return at;
    at = end;
    if (isEmpty && hasFields) return at;
    hasFields ||= isField;
  }
  return at;
}
