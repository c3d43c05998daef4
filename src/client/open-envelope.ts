import type { Envelope } from './route.ts';

/**
 * Takes the result out of the body of a success; `undefined` if its envelope has a failure. A body that has no such member is the
 * result itself.
 */
export function openEnvelope(
  { code, success, data }: Envelope,
  body: unknown,
): { readonly data: unknown } | undefined {
  const members = Object(body);
  if (!Object.hasOwn(members, code)) return { data: body };
  if (members[code] !== success) return undefined;
  if (data === undefined) return { data: body };
  return { data: Object.hasOwn(members, data) ? members[data] : undefined };
}
