/** At most `count` items at equal distances; the first one is always among them. */
export function spread<T>(items: readonly T[], count: number): T[] {
  const slot = (index: number) => Math.floor((index * count) / items.length);
  return items.length <= count
    ? [...items]
    : items.filter((_, index) => slot(index) !== slot(index - 1));
}
