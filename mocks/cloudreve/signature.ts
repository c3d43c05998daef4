import { SIGNING_KEY } from './tokens.ts';

/** Signs a path until a time in seconds of the epoch: `{base64url}:{seconds}`, as the server does. */
export function signPath(path: string, expires: number): string {
  const { createHmac } = process.getBuiltinModule('node:crypto');
  const signature = createHmac('sha256', SIGNING_KEY).update(`${path}:${expires}`).digest('base64');
  return `${signature.replaceAll('+', '-').replaceAll('/', '_')}:${expires}`;
}

/** Whether a signature is that of a path, and has not expired at `now` in milliseconds. */
export function isSigned(path: string, sign: string, now: number): boolean {
  const expires = Number(/:(\d+)$/.exec(sign)?.[1]);
  return expires >= Math.floor(now / 1000) && signPath(path, expires) === sign;
}
