import type { Middleware } from './middleware.ts';

/** Sends a user name and a password: https://www.rfc-editor.org/rfc/rfc7617#section-2. */
export function basic(user: string, password: string): Middleware {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  const value = `Basic ${btoa(String.fromCodePoint(...bytes))}`;
  return (request, next) => {
    request.headers.set('authorization', value);
    return next(request);
  };
}
