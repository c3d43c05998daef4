import { addToQuery } from './add-to-query.ts';
import { readSecret, type Secret } from './bearer.ts';
import { setHeader } from './hide-value.ts';
import type { Middleware } from './middleware.ts';

/** Place of an API key, as a security scheme names it, and its value. */
export interface ApiKey {
  readonly in: 'header' | 'query' | 'cookie';
  readonly name: string;
  readonly value: Secret;
}

/** Sends an API key: https://spec.openapis.org/oas/v3.1.1#security-scheme-object. */
export function apiKey({ in: place, name, value }: ApiKey): Middleware {
  return async (request, next) => {
    const current = await readSecret(value);
    if (current === undefined) return await next(request);
    if (place === 'query') return await next(await addToQuery(request, { [name]: current }));
    if (place === 'header') setHeader(request.headers, name, current);
    else addCookie(request.headers, name, current);
    return await next(request);
  };
}

function addCookie(headers: Headers, name: string, value: string): void {
  const others = headers.get('cookie');
  const cookie = `${name}=${encodeURIComponent(value)}`;
  headers.set('cookie', others === null ? cookie : `${others}; ${cookie}`);
}
