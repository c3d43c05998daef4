import type { CallInput } from './call-input.ts';

import type { ClientOptions, HeaderValues } from './client-options.ts';
import type { Route } from './route.ts';
import { writePath } from './write-path.ts';
import { writeQuery } from './write-query.ts';

const DUPLEX = { duplex: 'half' };

/**
 * Writes the URL of a request and all else of it, by the contract and the settings.
 *
 * Throws TypeError for what cannot be written, such as a path parameter that has no value.
 */
export function writeRequest(
  options: ClientOptions,
  { method, path, template, query, body: format = {} }: Route,
  input: CallInput,
): readonly [url: string, init: RequestInit] {
  const { body, cookies, bodySerializer = options.bodySerializer } = input;
  const {
    write = writeJson,
    styles,
    type = format.write ? undefined : 'application/json',
  } = format;
  const hasBody = body !== undefined;
  const search =
    input.query && (query?.write(input.query, query.styles) ?? writeQuery(input.query));
  const written = template?.write(template.path, input.path ?? {}) ?? writePath(path, input.path);
  const url =
    input.url ?? options.baseUrl.replace(/\/$/, '') + written + (search ? `?${search}` : '');
  const headers = mergeHeaders(
    { 'content-type': hasBody ? type : undefined },
    options.headers,
    // Browsers set this header themselves: https://www.rfc-editor.org/rfc/rfc6265#section-4.2.
    { cookie: cookies && writeQuery(cookies).replaceAll('&', '; ') },
    input.headers,
  );
  const content = hasBody && (bodySerializer ? bodySerializer(body) : write(body, styles));
  return [
    url,
    // Streams need `duplex`: https://fetch.spec.whatwg.org/#dom-requestinit-duplex.
    {
      ...options,
      ...input,
      ...DUPLEX,
      method: method.toUpperCase(),
      headers,
      body: content || null,
    },
  ];
}

function writeJson(body: unknown): string {
  return JSON.stringify(body);
}

/** Merges headers, of which later ones hold; an absent value changes nothing, and `null` removes one. */
function mergeHeaders(...all: readonly (HeaderValues | undefined)[]): [string, string][] {
  const merged = new Map<string, string>();
  for (const [name, value] of all.flatMap((values) => Object.entries(values ?? {}))) {
    if (value === null) merged.delete(name.toLowerCase());
    else if (value !== undefined) merged.set(name.toLowerCase(), String(value));
  }
  return [...merged];
}
