/** Sorts statuses as contracts write them, each once: numbers, then classes such as `4XX`, then `default`. */
export function sortStatuses(statuses: readonly string[]): string[] {
  return [...new Set(statuses)].sort(
    (one, other) => rankOf(one) - rankOf(other) || (one < other ? -1 : 1),
  );
}

function rankOf(status: string): number {
  if (/^\d{3}$/.test(status)) return 0;
  return status === 'default' ? 2 : 1;
}
