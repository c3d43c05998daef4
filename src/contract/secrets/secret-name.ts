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
