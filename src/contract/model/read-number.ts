const [LEAST, GREATEST] = [-(2n ** 63n), 2n ** 63n - 1n];
/** Nearest doubles outside of int64. */
const [BELOW, ABOVE] = [-(2 ** 63) - 2 ** 11, 2 ** 63 + 2 ** 11];

/**
 * Reads a number, and keeps an integer outside of int64 when its double is one of the bounds:
 * 9223372036854775808 is too large, 9223372036854775807 is not, and both have the same double.
 */
export function readNumber(text: string): number {
  const value = Number(text);
  if (Math.abs(value) !== 2 ** 63 || !/^-?\d+$/.test(text)) return value;
  const exact = BigInt(text);
  if (exact < LEAST) return BELOW;
  return exact > GREATEST ? ABOVE : value;
}
