/** Number `digits × 10^exponent`. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** Number as JSON and JavaScript write it. */
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i;

/** Reads a decimal number exactly; `undefined` for another text, or one like `1e99999`. */
export function readDecimal(text: string): Decimal | undefined {
  const [, sign = '', whole = '', fraction = '', power = '0'] = NUMBER.exec(text) ?? [];
  const exponent = Number(power) - fraction.length;
  if (whole + fraction === '' || Math.abs(exponent) > MAX_EXPONENT) return undefined;
  return { digits: BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`), exponent };
}

/** Beyond it, digits would fill the memory. */
const MAX_EXPONENT = 5000;

/** Whether two texts are the same number. */
export function isSameNumber(one: string, other: string): boolean {
  const [left, right] = [readDecimal(one), readDecimal(other)];
  if (left === undefined || right === undefined) return false;
  const [a, b] = align(left, right);
  return a === b;
}

/**
 * Whether a number is a multiple of another one, by the decimals that stand for them: 19.99 is one
 * of 0.01, although the quotient of the two doubles is no integer.
 */
export function isMultiple(value: number, step: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(step)) return value % step === 0;
  const [decimal, unit] = [readDecimal(String(value)), readDecimal(String(step))];
  if (decimal === undefined || unit === undefined || unit.digits === 0n) return false;
  const [a, b] = align(decimal, unit);
  return a % b === 0n;
}

/** Digits of two numbers at the same exponent. */
function align(one: Decimal, other: Decimal): [bigint, bigint] {
  const exponent = Math.min(one.exponent, other.exponent);
  const digitsOf = (decimal: Decimal) =>
    decimal.digits * 10n ** BigInt(decimal.exponent - exponent);
  return [digitsOf(one), digitsOf(other)];
}
