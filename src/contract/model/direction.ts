/** Direction of a message. A webhook call is a request, although the provider sends it. */
export type Direction = 'request' | 'response';

/**
 * Keyword that forbids a property in one direction,
 * https://spec.openapis.org/oas/v3.1.1#validating-readonly-and-writeonly.
 */
export type HiddenKeyword = 'readOnly' | 'writeOnly';

/** Returns the keyword of the properties that messages in a direction must not have. */
export function hiddenKeyword(direction: Direction): HiddenKeyword {
  return direction === 'request' ? 'readOnly' : 'writeOnly';
}
