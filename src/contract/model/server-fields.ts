/**
 * Fields that frame a message or belong to one connection: no application sets them,
 * https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1 and
 * https://www.rfc-editor.org/rfc/rfc9112#section-6.
 */
const CONNECTION_FIELDS: ReadonlySet<string> = new Set([
  ...['content-length', 'transfer-encoding', 'trailer', 'te'],
  ...['connection', 'keep-alive', 'upgrade', 'http2-settings'],
  ...['proxy-connection', 'proxy-authenticate', 'proxy-authentication-info', 'proxy-authorization'],
]);

/** Whether only the server may send a field of a name in lower case. */
export function isConnectionField(name: string): boolean {
  return CONNECTION_FIELDS.has(name);
}

/**
 * Whether what a contract says of a response field of a name in lower case is ignored. The body is
 * never compressed, and `Content-Type` is ignored by
 * https://spec.openapis.org/oas/v3.1.1#response-object.
 */
export function isIgnoredField(name: string): boolean {
  return isConnectionField(name) || name === 'content-encoding' || name === 'content-type';
}

/** Whether the server adds a field of a name in lower case where a reply does not have it. */
export function isAddedByServer(name: string): boolean {
  return name === 'date' || name === 'vary' || name.startsWith('access-control-');
}
