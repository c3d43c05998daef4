import type { Exchange } from '../exchange.ts';
import { compareRequests, type RecordedRequest } from './recorded-request.ts';

/** Recorded request that is like one that was not recorded. */
export interface NearRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** What of it is other than in the request that came. */
  readonly differs: readonly string[];
}

export type Choice =
  | { readonly kind: 'answer'; readonly exchange: Exchange }
  | { readonly kind: 'unknown'; readonly nearest: readonly NearRequest[] };

const MAX_NEAREST = 3;

/**
 * Creates a function that chooses the recorded answer to a request. Several answers to one request are given in the order in
 * which they were recorded, and then the last one again and again. HEAD falls back to GET.
 */
export function createChooser(
  recorded: readonly RecordedRequest[],
): (sent: Pick<Exchange, 'method' | 'path' | 'query' | 'request'>) => Choice {
  const given = new Set<Exchange>();
  return (sent) => {
    const asGet = { ...sent, method: 'GET' };
    const found = find(sent) ?? (sent.method === 'HEAD' ? find(asGet) : undefined);
    if (found === undefined) return { kind: 'unknown', nearest: listNearest(recorded, sent) };
    given.add(found);
    return { kind: 'answer', exchange: found };
  };

  function find(sent: Parameters<typeof compareRequests>[1]): Exchange | undefined {
    const same = recorded
      .filter(({ exchange }) => exchange.method === sent.method)
      .filter((one) => compareRequests(one, sent).distance === 0)
      .map(({ exchange }) => exchange);
    return same.find((exchange) => !given.has(exchange)) ?? same.at(-1);
  }
}

function listNearest(
  recorded: readonly RecordedRequest[],
  sent: Parameters<typeof compareRequests>[1],
): NearRequest[] {
  const ranked = recorded
    .map((one) => ({ one, ...compareRequests(one, sent) }))
    .sort((a, b) => a.distance - b.distance);
  const near = ranked.map(({ one: { exchange }, words }): NearRequest => {
    const { method, path, query } = exchange;
    return { method, target: query === '' ? path : `${path}?${query}`, differs: words };
  });
  const unique = new Map(near.map((one) => [JSON.stringify(one), one]));
  return [...unique.values()].slice(0, MAX_NEAREST);
}
