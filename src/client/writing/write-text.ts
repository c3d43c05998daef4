import { asWritten } from './as-written.ts';

/** Writes text and bytes as they are. Throws TypeError for an object, which has no text of its own. */
export function writeText(body: unknown): BodyInit {
  const written = asWritten(body);
  if (written !== undefined) return written;
  if (typeof body !== 'object' || body === null) return String(body);
  throw new TypeError('body: expected text or bytes, found an object. Pass a "bodySerializer"');
}
