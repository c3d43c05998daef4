import type { JournalEntry } from '../../generated/mock-control/types.ts';
import { formatCurl } from '../../text/format-curl.ts';
import type { FormRequest } from '../model/send-request.ts';

/** Fields that `curl` sends by itself, or that belong to the connection of another client. */
const OWN = new Set([
  ...['host', 'connection', 'content-length', 'accept-encoding', 'user-agent', 'transfer-encoding'],
  ...['referer', 'origin', 'accept-language', 'cache-control', 'pragma', 'dnt', 'priority'],
]);

/** Writes a request of the journal as a `curl` command. Secrets are masked in it, as in the journal. */
export function writeCurl({ method, url, request }: JournalEntry): string {
  const headers = request.headers
    .filter(({ name }) => !OWN.has(name.toLowerCase()) && !name.toLowerCase().startsWith('sec-'))
    .map(({ name, value }) => [name, value] as const);
  return formatCurl({ method, url, headers, body: request.body ?? undefined }, { isWhole: true });
}

/** Writes a request of a form, whose headers are lines, as a `curl` command. */
export function writeCurlOf({ method, url, headers, body }: FormRequest): string {
  const lines = headers.split('\n').filter((line) => line.trim() !== '');
  const fields = lines.map((line) => {
    const [name = '', ...value] = line.split(':');
    return [name.trim(), value.join(':').trim()] as const;
  });
  const isSent = body !== '' && method !== 'GET';
  const request = { method, url, headers: fields, body: isSent ? body : undefined };
  return formatCurl(request, { isWhole: true });
}
