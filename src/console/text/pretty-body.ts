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

/** Splits JSON of one member a line, as `prettyBody` writes it, into parts that can be told apart by colour. */
export function splitJson(text: string): JsonPart[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => [
    ...splitLine(line),
    ...(index < lines.length - 1 ? [{ kind: 'plain', text: '\n' } as const] : []),
  ]);
}

function splitLine(line: string): JsonPart[] {
  const start = line.length - line.trimStart().length;
  const keyEnd = line[start] === '"' ? endOfString(line, start) : start;
  const isKey = line[keyEnd] === ':';
  const valueStart = isKey ? keyEnd + 2 : start;
  const valueEnd = endOfValue(line, valueStart);
  const value = line.slice(valueStart, valueEnd);
  const parts: JsonPart[] = [
    { kind: 'plain', text: line.slice(0, start) },
    { kind: 'key', text: isKey ? line.slice(start, keyEnd) : '' },
    { kind: 'plain', text: isKey ? line.slice(keyEnd, valueStart) : '' },
    { kind: kindOf(value), text: value },
    { kind: 'plain', text: line.slice(valueEnd) },
  ];
  return parts.filter((part) => part.text !== '');
}

function kindOf(value: string): JsonPart['kind'] {
  if (value.startsWith('"')) return 'string';
  return /^[[\]{}]/.test(value) ? 'plain' : 'literal';
}

function endOfValue(line: string, start: number): number {
  if (line[start] === '"') return endOfString(line, start);
  return line.endsWith(',') ? line.length - 1 : line.length;
}

/** Index behind the quotation mark that ends a string; the end of the line where it is cut off. */
function endOfString(line: string, start: number): number {
  for (let at = start + 1; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === '"') return at + 1;
  }
  return line.length;
}
