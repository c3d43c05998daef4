/** What a name promises of its value, and the word of the name that promises it. */
export interface Promised {
  readonly kind: 'date-time' | 'URI' | 'id' | 'e-mail';
  readonly word: string;
}

const KINDS: ReadonlyMap<string, Promised['kind']> = new Map([
  ['at', 'date-time'],
  ['date', 'date-time'],
  ['time', 'date-time'],
  ['expires', 'date-time'],
  ['uri', 'URI'],
  ['url', 'URI'],
  ['id', 'id'],
  ['email', 'e-mail'],
]);

/**
 * Tells what the last word of a name promises: `created_at`, `createdAt` and `X-Created-At` end in the
 * word "at"; `format` and `paid` do not end in a word of the list.
 */
export function promisedByName(name: string): Promised | undefined {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  const word = (words.at(-1) ?? '').toLowerCase();
  const kind = KINDS.get(word);
  return kind && { kind, word };
}
