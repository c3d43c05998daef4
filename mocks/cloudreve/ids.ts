import type { Random } from '../../src/mock/authoring/index.ts';
import type { CloudreveContext } from './tables.ts';

type Rows = Pick<CloudreveContext['tables'], 'shares' | 'users'>;

/** Characters that separate the numbers in an id, and those of the numbers; https://hashids.org. */
const SEPARATORS = 'cfhistuCFHISTU';
const DIGITS = 'abdegjklmnopqrvwxyzABDEGJKLMNOPQRVWXYZ0123456789';
const FORM = new RegExp(`^[${DIGITS}]{2,}[${SEPARATORS}][${DIGITS}]+$`);

/** Draws a short id of the form in which the server encodes two numbers; it may already be in use. */
export function drawId(random: Random): string {
  return random.text(DIGITS, 3) + random.text(SEPARATORS, 1) + random.text(DIGITS, 1);
}

/** Whether a text can be the id of a share: it is one, or has the form of an id and is not that of a user. */
export function isShareId({ shares, users }: Rows, text: string): boolean {
  return shares.get(text) !== undefined || (FORM.test(text) && users.get(text) === undefined);
}

/** Whether a text can be the id of a user: it is one, or has the form of an id and is not that of a share. */
export function isUserId({ shares, users }: Rows, text: string): boolean {
  return users.get(text) !== undefined || (FORM.test(text) && shares.get(text) === undefined);
}
