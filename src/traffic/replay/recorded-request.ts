import { pathBelow } from '../../mock/http/path-below.ts';
import type { Exchange } from '../exchange.ts';
import { findBodyDifference } from './compare-body.ts';
import { comparePairs } from './match-pairs.ts';
import { matchesText } from './match-text.ts';

/** Request of an archive that got an answer. */
export interface RecordedRequest {
  readonly exchange: Exchange;
  /** Paths under which its answer is served: the recorded one, and that below the URL of the server. */
  readonly paths: readonly string[];
}

/** What a request has in which it differs from a recorded one; empty if it is the same. */
export interface Differences {
  readonly words: readonly string[];
  /** The larger, the less alike they are. */
  readonly distance: number;
}

type SentRequest = Pick<Exchange, 'method' | 'path' | 'query' | 'request'>;

/** Lists what can be served; `server` is the URL to which the recorder passed requests on, if it is known. */
export function listRecorded(
  exchanges: readonly Exchange[],
  server: string | undefined,
): RecordedRequest[] {
  const base = URL.parse(server ?? '')?.pathname.replace(/\/$/, '') ?? '';
  return exchanges
    .filter(({ status, response }) => status >= 200 && !response.isUnknown)
    .map((exchange) => {
      const below = pathBelow(exchange.path, base);
      return { exchange, paths: [...new Set([exchange.path, below ?? exchange.path])] };
    });
}

/** Compares a request with a recorded one: method, path, query in any order, body. Masks stand for anything. */
export function compareRequests(
  { exchange, paths }: RecordedRequest,
  sent: SentRequest,
): Differences {
  const words: string[] = [];
  let distance = 0;
  if (exchange.method !== sent.method) {
    words.push(`method ${exchange.method}`);
    distance += 20;
  }
  const steps = Math.min(...paths.map((path) => countSteps(path, sent.path)));
  if (steps > 0) {
    words.push(`path ${exchange.path}`);
    distance += 30 * steps;
  }
  const { missing, extra } = comparePairs(exchange.query, sent.query);
  if (missing.length + extra.length > 0) {
    words.push(`query ${exchange.query === '' ? 'without parameters' : exchange.query}`);
    distance += 5 * Math.max(missing.length, extra.length);
  }
  // Bodies of requests to another place say nothing.
  const body = distance === 0 ? findBodyDifference(exchange.request, sent.request) : undefined;
  if (body === undefined) return { words, distance };
  return { words: [...words, `body at ${body}`], distance: distance + 1 };
}

/** Number of segments in which paths differ. */
function countSteps(recorded: string, path: string): number {
  if (matchesText(recorded, path)) return 0;
  const [one, other] = [recorded.split('/'), path.split('/')];
  const longer = Math.max(one.length, other.length);
  const differing = Array.from({ length: longer }, (_, at) => at).filter(
    (at) => one[at] === undefined || !matchesText(one[at], other[at] ?? ''),
  );
  return Math.max(differing.length, 1);
}
