import type { Random } from '../../src/mock/authoring/index.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Token of a share with the prefix of the list's page. */
export function createToken(random: Random): string {
  return random.text(ALPHABET, 24, 'cks_');
}

/** Id of a mail with the prefix of the e-mail page. */
export function createMailId(random: Random): string {
  return random.text(ALPHABET, 24, 're_');
}
