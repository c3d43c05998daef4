/** Format that a name implies, and the word in the name that implies it. */
export interface ImpliedFormat {
  readonly kind: 'date-time' | 'URI' | 'id' | 'e-mail';
  readonly word: string;
}

const KINDS: ReadonlyMap<string, ImpliedFormat['kind']> = new Map([
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
 * Finds the format that the last word of a name implies: `created_at`, `createdAt` and
 * `X-Created-At` end in "at", while `format` and `paid` do not end in a listed word.
 */
export function impliedByName(name: string): ImpliedFormat | undefined {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  const word = (words.at(-1) ?? '').toLowerCase();
  const kind = KINDS.get(word);
  return kind && { kind, word };
}
