import type { BodyKind } from './route.ts';

/** Tells what a body is by its media type. */
export function kindByMediaType(headers: Headers): BodyKind {
  const type = headers.get('content-type') ?? '';
  if (/[/+]json\b/.test(type)) return 'json';
  return /^text\/|[/+]xml\b/.test(type) ? 'text' : 'blob';
}
