import type { Exchange } from './exchange.ts';

/**
 * Reads a request of one line: method and target, then ` | name: value` for each header, then ` | > body`.
 *
 * A body without a type is JSON.
 */
export function readExchange(text: string): Exchange {
  const [line = '', ...parts] = text.split(' | ');
  const body = parts.find((part) => part.startsWith('> '))?.slice('> '.length);
  const headers = Object.fromEntries(
    parts.filter((part) => !part.startsWith('> ')).map((part) => part.split(/: (.*)/s).slice(0, 2)),
  );
  if (body === undefined) return { line, headers };
  return { line, headers: { 'content-type': 'application/json', ...headers }, body };
}

/** Requests of a text, one a line. */
export function readExchanges(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
