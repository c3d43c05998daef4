import { createHmac } from 'node:crypto';
import type { TokenSpec } from './recording.ts';

const HASHES = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' } as const;
/** Claims in seconds of the epoch, https://www.rfc-editor.org/rfc/rfc7519#section-4.1. */
const INSTANTS = ['exp', 'nbf', 'iat'];

/** Writes a JSON Web Token in compact form; `now` is in milliseconds, `fill` puts values for names in texts. */
export function makeToken(
  { key, algorithm, claims, cut }: TokenSpec,
  now: number,
  fill: (text: string) => string,
): string {
  const filled = Object.entries(claims).map(([name, value]) => [name, fillClaim(name, value)]);
  const content = [{ alg: algorithm, typ: 'JWT' }, Object.fromEntries(filled)]
    .map(encode)
    .join('.');
  const signature =
    algorithm === 'none'
      ? ''
      : createHmac(HASHES[algorithm], key).update(content).digest('base64url');
  const token = `${content}.${signature}`;
  return token.slice(0, token.length - cut);

  function fillClaim(name: string, value: unknown): unknown {
    if (typeof value === 'number' && INSTANTS.includes(name)) return Math.floor(now / 1000) + value;
    return typeof value === 'string' ? fill(value) : value;
  }
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
