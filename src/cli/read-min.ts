import { InvalidArgumentError } from 'commander';
import { type Minimum, readMinimum } from '../testing/coverage/minimum.ts';
import { TestingError } from '../testing/testing-error.ts';

/** Reads a minimum of coverage from the command line. */
export function readMin(text: string): Minimum {
  try {
    return readMinimum(text);
  } catch (error) {
    if (error instanceof TestingError) throw new InvalidArgumentError(error.message);
    throw error;
  }
}
