/** Longest body that a command shows whole unless it has to, in characters. */
const MAX_BODY = 1000;

/** A request, in the words of the command. */
export interface CurlRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Text of the body; a long one is cut. */
  readonly body?: string | undefined;
  /** Further words, that are no text to quote, such as `-F …`. */
  readonly more?: readonly string[];
}

export interface CurlFormat {
  /** Whether a long body is shown whole, for a command to be run rather than read. */
  readonly isWhole?: boolean;
  /** Characters from which on each word has a line of its own; all stand in one by default. */
  readonly width?: number;
}

/** Writes a request as a `curl` command for a POSIX shell. */
export function formatCurl(
  { method, url, headers, body, more = [] }: CurlRequest,
  { isWhole = false, width = Number.POSITIVE_INFINITY }: CurlFormat = {},
): string {
  const words = [
    ...writeMethod(method),
    ...headers.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [writeBody(isWhole ? body : shorten(body))]),
    ...more,
    quote(url),
  ];
  const line = `curl ${words.join(' ')}`;
  return line.length < width ? line : `curl ${words.join(' \\\n  ')}`;
}

/** A command that only names HEAD waits for a body. */
function writeMethod(method: string): string[] {
  if (method === 'GET') return [];
  return [method === 'HEAD' ? '--head' : `-X ${method}`];
}

/** With `-d`, a text after an `@` would be the name of a file. */
function writeBody(text: string): string {
  return `${text.startsWith('@') ? '--data-raw' : '-d'} ${quote(text)}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function shorten(text: string): string {
  return text.length > MAX_BODY ? `${text.slice(0, MAX_BODY - 1)}…` : text;
}
