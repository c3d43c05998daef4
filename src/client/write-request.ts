import type { CallSetup } from './call-setup.ts';
import type { HeaderValues } from './client-options.ts';
import type { Route } from './route.ts';
import { writeQuery } from './write-query.ts';
import { writeUrl } from './write-url.ts';

/**
 * Writes the URL of a request and all else of it, by the contract and the settings.
 *
 * Throws TypeError for what cannot be written, such as a path parameter that has no value.
 */
export function writeRequest(
  setup: CallSetup,
  route: Route,
  defaults: HeaderValues | undefined,
): readonly [url: string, init: RequestInit] {
  const { method, body: format = {} } = route;
  const { body, cookies, bodySerializer } = setup;
  const {
    write = (value: unknown) => JSON.stringify(value),
    styles,
    type = format.write ? undefined : 'application/json',
  } = format;
  const hasBody = body !== undefined;
  const headers = mergeHeaders(
    { 'content-type': hasBody ? type : undefined },
    defaults,
    setup.headers,
    // Browsers set this header themselves: https://www.rfc-editor.org/rfc/rfc6265#section-4.2.
    { cookie: cookies && writeQuery(cookies).replaceAll('&', '; ') },
  );
  return [
    writeUrl(setup.baseUrl, route, setup),
    // Streams need `duplex`: https://fetch.spec.whatwg.org/#dom-requestinit-duplex.
    {
      ...setup,
      method: method.toUpperCase(),
      ...{ duplex: 'half' },
      headers,
      body: (hasBody && (bodySerializer ?? write)(body, styles)) || null,
    },
  ];
}

/** Merges headers, of which later ones hold; an absent value changes nothing, and `null` removes one. */
function mergeHeaders(...all: readonly (HeaderValues | undefined)[]): [string, string][] {
  const merged = new Map<string, string>();
  for (const [name, value] of all.flatMap((values) => Object.entries(values ?? {}))) {
    const key = name.toLowerCase();
    if (value === null) merged.delete(key);
    else if (value !== undefined) merged.set(key, String(value));
  }
  return [...merged];
}
