/** Way that a message goes. A webhook's call is a request, although the provider sends it. */
export type Direction = 'request' | 'response';

/** Keyword of a property that a message of a direction must not have, OpenAPI 3.1 section 4.8.24. */
export type HiddenKeyword = 'readOnly' | 'writeOnly';

/** Keyword of the properties that messages of a direction must not have. */
export function hiddenKeyword(direction: Direction): HiddenKeyword {
  return direction === 'request' ? 'readOnly' : 'writeOnly';
}
