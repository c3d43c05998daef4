import { InvalidArgumentError } from 'commander';

/** Reads the number of a port, 0 for any that is free. */
export function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Expected a port from 0 to 65535.');
}
