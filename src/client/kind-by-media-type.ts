import type { BodyKind } from './route.ts';

/** Tells what a body is by its media type. */
export function kindByMediaType(headers: Headers): BodyKind {
  const type = headers.get('content-type') ?? '';
  if (/[/+]json *(;|$)/i.test(type)) return 'json';
  return /^text\/|[/+]xml\b/i.test(type) ? 'text' : 'blob';
}
