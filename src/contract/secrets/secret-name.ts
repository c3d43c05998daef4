/** Names of secrets, in lower case without separators; not cursors such as `next_page_token`. */
const SECRET_NAME = new RegExp(
  [
    'passwor|passwd|passphrase|passcode|pwd|secret|credential|authorization|signature|sessionid',
    '(?:api|access|private|auth|account|share|link|license|subscription)key',
    '(?:ticket|(?<!page|next|prev|previous|continuation|cursor|sync)token)(?:\\[\\d*\\])?\\]?$',
    // Short words count only as the whole name, or as the whole name of a member.
    '(?:^|\\[)(?:key|pass|pin|otp|auth|sig|jwt|sid)\\]?$',
  ].join('|'),
);

/** Whether a name alone says that its value is a secret; case, `-`, `_` and `.` do not matter. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name.toLowerCase().replaceAll(/[-_.]/g, ''));
}

const HAS_STEPS = /[.:[]|^x-/i;
const STEP = /[.:[\]]|^x-/i;

/** Whether what has this name is a secret. */
export type IsSecret = (name: string) => boolean;

/**
 * Makes a test that knows some names besides, given in lower case. What is within a secret is one too, as in `pin[0]` and
 * `user.pin`, and a name may have a prefix, as in `ns:pin` and `X-Pin`.
 */
export function createSecretTest(names: ReadonlySet<string>): IsSecret {
  const isKnown = (name: string) => names.has(name.toLowerCase()) || isSecretName(name);
  return (name) => isKnown(name) || (HAS_STEPS.test(name) && name.split(STEP).some(isKnown));
}

/** Tells secrets where no contract is known. */
export const isSecretAnywhere: IsSecret = createSecretTest(new Set());
