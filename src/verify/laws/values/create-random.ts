/** Source of numbers that are the same for the same seed. */
export interface Random {
  /** Whole number from 0 below a limit. */
  below(limit: number): number;
  pick<Item>(items: readonly Item[]): Item | undefined;
  /** Lower-case letters and digits, a letter first. */
  word(length: number): string;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const CHARACTERS = `${LETTERS}0123456789`;

/** Creates a source of numbers out of a seed and the name of what they are for, by mulberry32 over a hash by FNV-1a. */
export function createRandom(seed: number, purpose: string): Random {
  let state = [...purpose].reduce(
    (hash, character) => Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5 ^ seed,
  );
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: (items) => items[below(items.length)],
    word: (length) =>
      Array.from({ length }, (_, index) => {
        const characters = index === 0 ? LETTERS : CHARACTERS;
        return characters[below(characters.length)];
      }).join(''),
  };
}
