/** Longest text that is read as JSON, and whose parts are told apart. */
const MAX_JSON = 200_000;

/** Body as it is shown: JSON with one member a line, any other text as it is. */
export interface PrettyBody {
  readonly text: string;
  readonly isJson: boolean;
}

/** Writes a body so that it can be read. */
export function prettyBody(body: string): PrettyBody {
  if (body.length > MAX_JSON || !/^\s*[[{"]/.test(body)) return { text: body, isJson: false };
  try {
    return { text: JSON.stringify(JSON.parse(body), null, 2), isJson: true };
  } catch {
    return { text: body, isJson: false };
  }
}

/** Part of a JSON text. */
export interface JsonPart {
  readonly kind: 'key' | 'string' | 'literal' | 'plain';
  readonly text: string;
}

const PART = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*|true|false|null)/g;

/** Splits JSON text into parts that can be told apart by colour. */
export function splitJson(text: string): JsonPart[] {
  const parts: JsonPart[] = [];
  let end = 0;
  for (const match of text.matchAll(PART)) {
    const [whole, quoted, colon, literal] = match;
    if (match.index > end) parts.push({ kind: 'plain', text: text.slice(end, match.index) });
    if (literal !== undefined) parts.push({ kind: 'literal', text: literal });
    else parts.push({ kind: colon === undefined ? 'string' : 'key', text: quoted ?? '' });
    if (colon !== undefined) parts.push({ kind: 'plain', text: colon });
    end = match.index + whole.length;
  }
  return end < text.length ? [...parts, { kind: 'plain', text: text.slice(end) }] : parts;
}
