import type { Random } from '../../src/mock/create-mock.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Token of a share with the prefix of the list's page. */
export function createToken(random: Random): string {
  return `cks_${random.text(ALPHABET, 24)}`;
}

/** Id of a mail with the prefix of the e-mail page. */
export function createMailId(random: Random): string {
  return `re_${random.text(ALPHABET, 24)}`;
}
