import { availableParallelism } from 'node:os';
import { InvalidArgumentError } from 'commander';

/** Most processes that a command line may ask for. */
const LIMIT = 256;

/** Reads a number of processes, `auto` for as many as there are processors. Throws InvalidArgumentError. */
export function readWorkers(text: string): number {
  if (text === 'auto') return availableParallelism();
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= LIMIT) return count;
  throw new InvalidArgumentError(`Expected auto or a number from 1 to ${LIMIT}.`);
}
