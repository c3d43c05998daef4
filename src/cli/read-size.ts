import { InvalidArgumentError } from 'commander';

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  kb: 1024,
  mb: 1024 ** 2,
  gb: 1024 ** 3,
};

/** Reads a number of bytes such as `10mb`, `512kb` or `1048576`; a kilobyte has 1024. Throws InvalidArgumentError. */
export function readSize(text: string): number {
  const [, digits, unit = ''] = /^(\d+)([kmg]?b)?$/i.exec(text) ?? [];
  const size = Number(digits) * (UNITS[unit.toLowerCase()] ?? Number.NaN);
  if (Number.isSafeInteger(size)) return size;
  throw new InvalidArgumentError('Expected a size such as 10mb, 512kb or 1048576.');
}
