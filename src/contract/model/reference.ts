import { dirname, resolve } from 'node:path';
import { unescapeToken } from './json-cursor.ts';
import { isUrl } from './place.ts';

/** Target of a `$ref`: a file, and the keys that lead to a value in it. */
export interface Reference {
  /** Absolute path, or URL. */
  readonly source: string;
  readonly keys: readonly string[];
}

/**
 * Parses a `$ref` in the file `base`: a URI (https://www.rfc-editor.org/rfc/rfc3986#section-4.1)
 * and a JSON Pointer as its fragment (https://www.rfc-editor.org/rfc/rfc6901#section-6).
 *
 * Returns `undefined` for a fragment that is not a JSON Pointer, such as an anchor.
 */
export function readReference(base: string, ref: string): Reference | undefined {
  const [uri = '', fragment = ''] = ref.split('#', 2);
  if (fragment !== '' && !fragment.startsWith('/')) return undefined;
  return {
    source: uri === '' ? base : resolveSource(base, uri),
    keys: fragment.split('/').slice(1).map(decodeToken),
  };
}

/** Resolves a reference to another file to an absolute path or URL. */
export function resolveSource(base: string, uri: string): string {
  if (isUrl(uri)) return uri;
  return isUrl(base) ? new URL(uri, base).href : resolve(dirname(base), uri);
}

/** Whether a value in a discriminator `mapping` is a reference and not a component name. */
export function isMappingReference(value: unknown): value is string {
  return typeof value === 'string' && /[/#]|\.(?:ya?ml|json)$/i.test(value);
}

/** Invalid percent-encoding is kept as it is. */
function decodeToken(token: string): string {
  try {
    return unescapeToken(decodeURIComponent(token));
  } catch {
    return unescapeToken(token);
  }
}
