import type { Contract } from './contract.ts';
import { isJsonObject } from './json-cursor.ts';

/** Most URLs of one server, whose variables may have many values each. */
const MAX_URLS = 100;

/**
 * Lists the absolute `http` URLs of the servers of a document, without a trailing slash: each with the default and all values of
 * its variables. A URL that is relative, or has a variable without a default, is left out, as no host is known of it.
 */
export function listServers({ servers }: Contract['document']): string[] {
  const listed: readonly unknown[] = Array.isArray(servers) ? servers : [];
  return [...new Set(listed.flatMap(expandUrl).flatMap((url) => readServerUrl(url) ?? []))];
}

/** Absolute `http` URL without a trailing slash, query and fragment; `undefined` for any other text. */
export function readServerUrl(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return undefined;
  return url.origin + url.pathname.replace(/(?<!\/)\/+$/, '');
}

function expandUrl(server: unknown): readonly string[] {
  if (!isJsonObject(server) || typeof server.url !== 'string') return [];
  const { url, variables } = server;
  const names = new Set(url.matchAll(/\{([^{}]+)\}/g).map(([, name = '']) => name));
  let urls = [url];
  for (const name of names) {
    const values = listValues(variables, name);
    urls = urls
      .flatMap((one) => values.map((value) => one.replaceAll(`{${name}}`, () => value)))
      .slice(0, MAX_URLS);
  }
  return urls;
}

function listValues(variables: unknown, name: string): readonly string[] {
  if (!isJsonObject(variables) || !Object.hasOwn(variables, name)) return [];
  const variable = variables[name];
  if (!isJsonObject(variable) || variable.default === undefined) return [];
  const others: readonly unknown[] = Array.isArray(variable.enum) ? variable.enum : [];
  return [...new Set([variable.default, ...others].map(String))].slice(0, MAX_URLS);
}
