/**
 * Sets a header.
 *
 * Throws TypeError for what cannot be sent, without the value: that may be secret, and the errors of platforms have it.
 */
export function setHeader(headers: Headers, name: string, value: string): void {
  try {
    headers.set(name, value);
  } catch {
    throw new TypeError(`header "${name}": expected a name and a value that can be sent`);
  }
}
