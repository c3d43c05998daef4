import { readSecret, type Secret } from './bearer.ts';
import type { Middleware } from './middleware.ts';
import { setHeader } from './set-header.ts';

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
    if (place === 'query') return await next(await addToQuery(request, name, current));
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

/** The body is read first: not every browser sends the body of another request as a stream. */
async function addToQuery(request: Request, name: string, value: string): Promise<Request> {
  const url = new URL(request.url);
  const pair = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  url.search += url.search === '' ? pair : `&${pair}`;
  const { method, headers, signal, credentials, redirect, cache, integrity, keepalive } = request;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const bytes = hasBody ? await request.arrayBuffer() : undefined;
  return new Request(url, {
    ...{ method, headers, signal, credentials, redirect, cache, integrity, keepalive },
    ...(bytes !== undefined && bytes.byteLength > 0 && { body: bytes }),
  });
}
