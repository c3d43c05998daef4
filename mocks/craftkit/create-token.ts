import type { Random } from '../../src/mock/authoring/index.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Creates a share token, with the prefix from the page about lists. */
export function createToken(random: Random): string {
  return random.text(ALPHABET, 24, 'cks_');
}

/** Creates a mail id, with the prefix from the page about e-mail. */
export function createMailId(random: Random): string {
  return random.text(ALPHABET, 24, 're_');
}
