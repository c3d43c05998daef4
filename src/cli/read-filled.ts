import { InvalidArgumentError } from 'commander';

/** Makes the reader of an option that means nothing when it is blank, as it is by an unset shell variable. */
export function readFilled(expected: string): (text: string) => string {
  return (text) => {
    if (text.trim() !== '') return text;
    throw new InvalidArgumentError(`Expected ${expected}.`);
  };
}
