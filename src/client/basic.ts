import type { Middleware } from 'openapi-fetch';

/** Sends a user name and a password: https://www.rfc-editor.org/rfc/rfc7617#section-2. */
export function basic(user: string, password: string): Middleware {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  const value = `Basic ${btoa(String.fromCodePoint(...bytes))}`;
  return { onRequest: ({ request }) => request.headers.set('authorization', value) };
}
