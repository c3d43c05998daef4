import { dirname, resolve } from 'node:path';
import { unescapeToken } from './json-cursor.ts';
import { isUrl } from './place.ts';

/** Target of a `$ref`: a file, and the keys on the way to a value in it. */
export interface Reference {
  /** Absolute path, or URL. */
  readonly source: string;
  readonly keys: readonly string[];
}

/**
 * Reads a `$ref` that stands in `base`: RFC 3986 for the file, RFC 6901 for the fragment.
 *
 * Gives `undefined` for a fragment that is no JSON Pointer, such as an anchor.
 */
export function readReference(base: string, ref: string): Reference | undefined {
  const [uri = '', fragment = ''] = ref.split('#', 2);
  if (fragment !== '' && !fragment.startsWith('/')) return undefined;
  return {
    source: uri === '' ? base : resolveSource(base, uri),
    keys: fragment.split('/').slice(1).map(decodeToken),
  };
}

/** Absolute path or URL of a file that is named in another one. */
export function resolveSource(base: string, uri: string): string {
  if (isUrl(uri)) return uri;
  return isUrl(base) ? new URL(uri, base).href : resolve(dirname(base), uri);
}

/** Whether a value of a discriminator's `mapping` refers to a schema, other than a component's name. */
export function isMappingReference(value: unknown): value is string {
  return typeof value === 'string' && /[/#]|\.(?:ya?ml|json)$/i.test(value);
}

/** Broken percent-encoding stands for itself. */
function decodeToken(token: string): string {
  try {
    return unescapeToken(decodeURIComponent(token));
  } catch {
    return unescapeToken(token);
  }
}
