import type { Field } from '../exchange.ts';
import { pairFields } from '../header-fields.ts';

/** Fields for one connection, https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1, and credentials for a proxy. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'upgrade',
]);

/** Lists the header fields of a message that are passed on: all but those for this connection. */
export function listPassed(rawHeaders: readonly string[]): Field[] {
  const fields = pairFields(rawHeaders);
  const named = fields
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) => value.split(',').map((option) => option.trim().toLowerCase()));
  return fields.filter(([name]) => {
    const known = name.toLowerCase();
    return !HOP_BY_HOP.has(known) && !named.includes(known);
  });
}
