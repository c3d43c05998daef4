/** Claims and signature of a JSON Web Token, https://www.rfc-editor.org/rfc/rfc7519#section-3. */
export interface Jwt {
  readonly claims: Readonly<Record<string, unknown>>;
  /** Whether its signature is by the key and one of the algorithms, HS256 unless others are given. */
  readonly isSignedWith: (key: string | Uint8Array, algorithms?: readonly Algorithm[]) => boolean;
}

/** Hash of each HMAC algorithm, https://www.rfc-editor.org/rfc/rfc7518#section-3.2. */
const HASHES = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' } as const;

type Algorithm = keyof typeof HASHES;

/** Reads a token without verifying it; `undefined` if the text is not a JWT in compact form. */
export function readJwt(text: string): Jwt | undefined {
  const parts = text.split('.');
  const [head = '', body = '', signature = ''] = parts;
  if (parts.length !== 3) return undefined;
  const header = decode(head);
  const claims = decode(body);
  if (header === undefined || claims === undefined || !('alg' in header)) return undefined;
  return {
    claims,
    isSignedWith: (key, algorithms = ['HS256']) => {
      const algorithm = algorithms.find((name) => name === header.alg);
      return algorithm !== undefined && sign(`${head}.${body}`, key, algorithm) === signature;
    },
  };
}

/** Writes a token in compact form, signed by HS256. */
export function signJwt(claims: Readonly<Record<string, unknown>>, key: string): string {
  const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${content}.${sign(content, key, 'HS256')}`;
}

function sign(content: string, key: string | Uint8Array, algorithm: Algorithm): string {
  const { createHmac } = process.getBuiltinModule('node:crypto');
  return createHmac(HASHES[algorithm], key).update(content).digest('base64url');
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!/^[\w-]+$/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ...value }
      : undefined;
  } catch {
    return undefined;
  }
}
