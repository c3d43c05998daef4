/**
 * Finds the known name that a misspelt one was meant to be; `undefined` if none is close: another case, the start of
 * only one of them, or an edit in every third character (https://en.wikipedia.org/wiki/Levenshtein_distance).
 */
export function findNearestName(name: string, known: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  const started = known.filter((other) => wanted !== '' && other.toLowerCase().startsWith(wanted));
  const [only] = started;
  if (only !== undefined && started.length === 1) return only;
  const nearest = known
    .filter((other) => Math.abs(other.length - name.length) <= limitOf(name))
    .map((other) => ({ other, distance: countEdits(wanted, other.toLowerCase()) }))
    .sort((one, another) => one.distance - another.distance)[0];
  return nearest !== undefined && nearest.distance <= limitOf(name) ? nearest.other : undefined;
}

/** Says that a name is unknown, which ones are known, and which of them was probably meant. */
export function describeUnknownName(what: string, name: string, known: readonly string[]): string {
  const nearest = findNearestName(name, known);
  const advice = nearest === undefined ? '' : ` Did you mean ${JSON.stringify(nearest)}?`;
  return `Unknown ${what} ${JSON.stringify(name)}. Known: ${known.join(', ') || 'none'}.${advice}`;
}

/** A longer name may be misspelt more; all that is compared is at most as long as a header. */
function limitOf({ length }: string): number {
  return Math.min(Math.ceil(length / 3), 5);
}

/** Least number of characters to insert, delete or replace. */
function countEdits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, character] of [...one].entries()) {
    const next = [at + 1];
    for (let index = 1; index <= other.length; index += 1) {
      const replaced = (row[index - 1] ?? 0) + (character === other[index - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[index] ?? 0) + 1, (next[index - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
