/** Reads why something failed; the `fetch` of Node says it in the cause. */
export function readReason(error: unknown): string {
  const { cause, message } = Object(error);
  return Object(cause).message || message || String(error);
}
