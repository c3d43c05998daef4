import type { CallInput } from './call-input.ts';
import type { Route } from './route.ts';
import { writePath } from './write-path.ts';
import { writeQuery } from './write-query.ts';

/** Writes the URL of a request, unless an answer gave it. Throws TypeError for a path parameter that has no value. */
export function writeUrl(
  baseUrl: string,
  { path, template, query: format }: Route,
  { url, path: values, query }: CallInput,
): string {
  if (url) return url;
  const search = query && (format?.write(query, format.styles) ?? writeQuery(query));
  const written = template?.write(template.path, values ?? {}) ?? writePath(path, values);
  return baseUrl.replace(/\/$/, '') + written + (search ? `?${search}` : '');
}
