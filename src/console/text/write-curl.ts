import type { JournalEntry } from '../../generated/mock-control/types.ts';

/** Fields that `curl` sends by itself, or that belong to the connection of another client. */
const OWN = new Set([
  ...['host', 'connection', 'content-length', 'accept-encoding', 'user-agent', 'transfer-encoding'],
  ...['referer', 'origin', 'accept-language', 'cache-control', 'pragma', 'dnt', 'priority'],
]);

/** Writes a request of the journal as a `curl` command. Secrets are masked in it, as in the journal. */
export function writeCurl({ method, url, request }: JournalEntry): string {
  const fields = request.headers.filter(
    ({ name }) => !OWN.has(name.toLowerCase()) && !name.toLowerCase().startsWith('sec-'),
  );
  return [
    'curl',
    ...(method === 'GET' ? [] : method === 'HEAD' ? ['--head'] : [`-X ${method}`]),
    ...fields.map(({ name, value }) => `-H ${quote(`${name}: ${value}`)}`),
    ...(request.body === null ? [] : [`--data-raw ${quote(request.body)}`]),
    quote(url),
  ].join(' ');
}

/** Quotes one argument for a POSIX shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Writes a request of a form as a `curl` command. */
export function writeCurlOf(request: {
  readonly method: string;
  readonly url: string;
  readonly headers: string;
  readonly body: string;
}): string {
  const { method, url, headers, body } = request;
  const lines = headers.split('\n').filter((line) => line.trim() !== '');
  return [
    'curl',
    ...(method === 'GET' ? [] : method === 'HEAD' ? ['--head'] : [`-X ${method}`]),
    ...lines.map((line) => `-H ${quote(line.trim())}`),
    ...(body === '' || method === 'GET' ? [] : [`--data-raw ${quote(body)}`]),
    quote(url),
  ].join(' ');
}
