/** JSON Web Token of RFC 7519 as far as a mock looks at it. */
export interface Jwt {
  readonly claims: Readonly<Record<string, unknown>>;
  /** Whether it is signed by HS256 with the key. */
  readonly isSignedWith: (key: string | Uint8Array) => boolean;
}

/** Reads a compact token; `undefined` for any text that is none. */
export function readJwt(text: string): Jwt | undefined {
  // Most tokens that a mock is sent are made up.
  if (!text.includes('.')) return undefined;
  const parts = text.split('.');
  const [head = '', body = '', signature = ''] = parts;
  if (parts.length !== 3) return undefined;
  const header = decode(head);
  const claims = decode(body);
  if (header === undefined || claims === undefined || !('alg' in header)) return undefined;
  return {
    claims,
    isSignedWith: (key) => header.alg === 'HS256' && sign(`${head}.${body}`, key) === signature,
  };
}

/** Writes a token that is signed by HS256. */
export function signJwt(claims: Readonly<Record<string, unknown>>, key: string): string {
  const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${content}.${sign(content, key)}`;
}

function sign(content: string, key: string | Uint8Array): string {
  const { createHmac } = process.getBuiltinModule('node:crypto');
  return createHmac('sha256', key).update(content).digest('base64url');
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
