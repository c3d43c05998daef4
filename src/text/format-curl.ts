/** Longest body that a command shows whole, in characters. */
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

/** Writes a request as a `curl` command for a POSIX shell. */
export function formatCurl({ method, url, headers, body, more = [] }: CurlRequest): string {
  const words = [
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    ...headers.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`-d ${quote(shorten(body))}`]),
    ...more,
    quote(url),
  ];
  return `curl ${words.join(' ')}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function shorten(text: string): string {
  return text.length > MAX_BODY ? `${text.slice(0, MAX_BODY - 1)}…` : text;
}
