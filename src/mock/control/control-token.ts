/** Longest token that a header carries beside others. */
const MAX_LENGTH = 4096;

/** What keeps a text from being a control token, as part of a sentence; `undefined` if nothing does. Never quotes it. */
export function findTokenDefect(token: string): string | undefined {
  if (token.trim() === '') return 'an empty text, by which anybody could call the control API';
  if (token.length > MAX_LENGTH) return `more than ${MAX_LENGTH} characters`;
  // https://www.rfc-editor.org/rfc/rfc6750#section-2.1 allows fewer.
  return /^[\x21-\x7e]+$/.test(token)
    ? undefined
    : 'spaces, line breaks or characters beyond ASCII';
}
