/** Thrown where a request cannot be written, such as one with a line break in a header: nothing was sent. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}
