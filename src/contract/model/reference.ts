import { dirname, resolve } from 'node:path';
import { decodePercent } from '../../text/decode-percent.ts';
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
  const { uri, fragment } = splitReference(ref);
  if (fragment !== '' && !fragment.startsWith('/')) return undefined;
  return { source: uri === '' ? base : resolveSource(base, uri), keys: readFragment(fragment) };
}

/** Splits a reference before its fragment; an absent fragment is empty. */
export function splitReference(ref: string): { uri: string; fragment: string } {
  const hash = ref.indexOf('#');
  return hash < 0
    ? { uri: ref, fragment: '' }
    : { uri: ref.slice(0, hash), fragment: ref.slice(hash + 1) };
}

/** Reads the keys of a fragment that is a JSON Pointer. */
export function readFragment(fragment: string): string[] {
  return fragment
    .split('/')
    .slice(1)
    .map((token) => unescapeToken(decodePercent(token)));
}

/** Writes a JSON Pointer as a reference inside a document, percent-encoded only where it must be. */
export function writeFragment(pointer: string): string {
  const isPlain = /^[\w\-.~/:@!$&'()*+,;={}]*$/.test(pointer);
  return `#${isPlain ? pointer : pointer.split('/').map(encodeURIComponent).join('/')}`;
}

/** Resolves a reference to another file to an absolute path or URL. */
export function resolveSource(base: string, uri: string): string {
  if (isUrl(uri)) return uri;
  if (isUrl(base)) return URL.parse(uri, base)?.href ?? uri;
  return resolve(dirname(base), decodePercent(uri));
}

/**
 * Resolves a URI that names something and need not be a file; one that is malformed stays as it is.
 */
export function resolveUri(base: string, uri: string): string {
  if (/^[a-z][a-z\d+.-]+:/i.test(uri)) return URL.parse(uri)?.href ?? uri;
  if (/^[a-z][a-z\d+.-]+:/i.test(base)) return URL.parse(uri, base)?.href ?? uri;
  return resolveSource(base, uri);
}

/** Name of the component that a reference or the value of a mapping leads to. */
export function lastToken(reference: string): string {
  const keys = reference.startsWith('#') ? readFragment(reference.slice(1)) : reference.split('/');
  return keys.at(-1) ?? reference;
}

/** Whether a value in a discriminator `mapping` is a reference and not a component name. */
export function isMappingReference(value: unknown): value is string {
  return typeof value === 'string' && /[/#]|\.(?:ya?ml|json)$/i.test(value);
}
