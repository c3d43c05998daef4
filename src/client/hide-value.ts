/**
 * Does what a platform may refuse by an error that repeats a whole value, such as a URL with its query or a header with a token.
 *
 * Throws TypeError, without the value.
 */
export function hideValue<Made>(text: string, make: () => Made): Made {
  try {
    return make();
  } catch {
    throw new TypeError(text);
  }
}

/** Sets a header; throws TypeError, without the value, for what cannot be sent. */
export function setHeader(headers: Headers, name: string, value: string): void {
  hideValue(`header "${name}" cannot be sent`, () => headers.set(name, value));
}
