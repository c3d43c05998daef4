import { InvalidArgumentError } from 'commander';
import { parseDuration } from '../text/iso-duration.ts';
import { parseShortDuration } from '../text/short-duration.ts';

/** Reads a duration such as `500ms` or `PT10S` as milliseconds, more than 0. Throws InvalidArgumentError. */
export function readDuration(text: string): number {
  const milliseconds = parseDuration(text) ?? parseShortDuration(text);
  if (milliseconds !== undefined && milliseconds > 0) return milliseconds;
  throw new InvalidArgumentError('Expected a duration such as 500ms, 10s or 2min.');
}
