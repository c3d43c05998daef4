/** Values that are tried for one rule. */
export const MOST_TRIES = 60;

/** The first of some values that is right once it is made whole. */
export function firstOf(
  values: Iterable<unknown>,
  complete: (value: unknown) => unknown,
  isRight: (value: unknown) => boolean,
): unknown {
  let tries = 0;
  for (const value of values) {
    tries += 1;
    if (tries > MOST_TRIES) return undefined;
    if (value === undefined) continue;
    const whole = complete(value);
    if (isRight(whole)) return whole;
  }
  return undefined;
}
