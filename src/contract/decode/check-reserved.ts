import { decodePercent } from '../../text/decode-percent.ts';
import type { Media } from '../model/contract.ts';
import { escapeToken } from '../model/json-cursor.ts';
import { ReservedCharactersError } from './reserved-characters-error.ts';

type Pair = readonly [name: string, text: string];

/** Without `:`, as in Prism, and without `+`, which is a space in a form. */
const RESERVED = /[/?#[\]@!$&'()*,;=]/;

/** Splits an urlencoded form into its fields, with values as they were sent. */
export function splitForm(text: string): Pair[] {
  return text.split('&').map((pair) => {
    const [name = '', value = ''] = pair.split(/=(.*)/s, 2);
    return [decodePercent(name.replaceAll('+', ' ')), value];
  });
}

/**
 * Checks that fields whose encoding has `allowReserved: false` were sent with reserved characters
 * encoded, https://spec.openapis.org/oas/v3.1.1#encoding-object. Throws ReservedCharactersError.
 */
export function checkReserved({ encoding }: Media, readSent: () => Iterable<Pair>): void {
  const names = [...(encoding ?? [])]
    .filter(([, { allowReserved }]) => allowReserved === false)
    .map(([name]) => name);
  if (names.length === 0) return;
  const violations = [...readSent()]
    .filter(([name, text]) => names.includes(name) && RESERVED.test(text))
    .map(([name, found]) => ({
      in: 'body' as const,
      pointer: `/${escapeToken(name)}`,
      rule: { keyword: 'allowReserved', params: {}, message: 'must be percent-encoded' },
      found,
    }));
  if (violations.length > 0) throw new ReservedCharactersError(violations);
}
