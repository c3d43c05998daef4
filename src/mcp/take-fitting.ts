/** First items of a list, as many as fit into an answer. */
export interface Fitting<T> {
  readonly items: T[];
  /** Characters of their JSON. */
  readonly used: number;
  /** Whether there is no room for all. */
  readonly isCut: boolean;
}

/** Takes the first items of a list, as long as their JSON has at most `room` characters; `least` of them in any case. */
export function takeFitting<T>(list: readonly T[], room: number, least = 1): Fitting<T> {
  const items: T[] = [];
  let used = 0;
  for (const item of list) {
    const size = (JSON.stringify(item) ?? '').length + 1;
    if (used + size > room && items.length >= least) break;
    used += size;
    items.push(item);
  }
  return { items, used, isCut: items.length < list.length };
}

/** Shortens a text to a number of characters; says how many there were. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit).toWellFormed()}… (${limit} of ${text.length} characters)`;
}
