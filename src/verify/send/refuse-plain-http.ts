import { ConnectionError } from './connection-error.ts';
import type { ServerAnswer } from './server-request.ts';

/** What nginx, Apache and Go say, with a 400, to plain HTTP at a port for TLS. */
const WANTS_TLS =
  /plain HTTP request was sent to HTTPS port|speaking plain HTTP to an SSL-enabled|HTTP request to an HTTPS server/;

/** Throws ConnectionError where the server says that it speaks TLS alone, since all further answers would say so too. */
export function refusePlainHttp(
  url: string,
  { status, bytes }: Pick<ServerAnswer, 'status' | 'bytes'>,
  title: string,
): void {
  if (status !== 400 || !url.startsWith('http:')) return;
  if (!WANTS_TLS.test(new TextDecoder().decode(bytes))) return;
  throw new ConnectionError(
    `${title}: expected a server of HTTP, found one that speaks HTTPS there. Begin --url with https://.`,
    'tls',
  );
}
