/** Picks at most `count` evenly spaced items, the first one included. */
export function spread<T>(items: readonly T[], count: number): T[] {
  const slot = (index: number) => Math.floor((index * count) / items.length);
  return items.length <= count
    ? [...items]
    : items.filter((_, index) => slot(index) !== slot(index - 1));
}
