import autocannon from 'autocannon';
import type { Case } from './cases.ts';
import { percentile } from './median.ts';

/** Keep-alive connections per measurement. */
export const CONNECTIONS = 16;

export interface Slice {
  readonly requestsPerSecond: number;
  readonly p99Ms: number;
}

/** Sends requests in turn for some seconds. Throws when one fails or has another status. */
export async function load(
  baseUrl: string,
  cases: readonly Case[],
  seconds: number,
  connections = CONNECTIONS,
): Promise<Slice> {
  const latencies: number[] = [];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(
      {
        url: baseUrl,
        connections,
        duration: seconds,
        sampleInt: 100,
        requests: cases.map((one) => describeRequest(baseUrl, one)),
      },
      (error: unknown, found) => (error ? reject(error) : resolve(found)),
    );
    instance.on('response', (_client, _status, _bytes, ms) => latencies.push(ms));
  });
  expectGoodAnswers(result, cases);
  return {
    // The duration in the result is rounded to hundredths of a second.
    requestsPerSecond: latencies.length / secondsOf(result),
    // The percentiles in the result are whole milliseconds.
    p99Ms: percentile(latencies, 0.99),
  };
}

function secondsOf({ start, finish }: autocannon.Result): number {
  return (finish.getTime() - start.getTime()) / 1000;
}

function describeRequest(baseUrl: string, { method, target, headers, body }: Case) {
  const { pathname, search } = new URL(baseUrl + target);
  return { method, path: pathname + search, headers, ...(body !== undefined && { body }) };
}

function expectGoodAnswers(result: autocannon.Result, cases: readonly Case[]): void {
  const expected = new Set(cases.map(({ status }) => `${status}`));
  const wrong = Object.keys(result.statusCodeStats ?? {}).filter((status) => !expected.has(status));
  if (wrong.length > 0) throw new LoadError(`answers ${wrong.join(', ')} under load`);
  if (result.errors > 0) throw new LoadError(`${result.errors} requests fail under load`);
}

/** A server failed under load; the message completes a sentence about it. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
}
