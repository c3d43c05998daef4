/** Items of both lists; most lists of violations are empty, and are given as they stand. */
export function joinLists<T>(first: readonly T[], second: readonly T[]): readonly T[] {
  if (first.length === 0) return second;
  return second.length === 0 ? first : [...first, ...second];
}
