/** What stands for a token in a recording. */
export const TOKEN_MASK = '<jwt>';

/** JSON Web Token in compact form, https://www.rfc-editor.org/rfc/rfc7519#section-3. */
const TOKEN = /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/;

/** Whether a text is a token. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

/** Replaces the texts in a JSON value that are tokens. */
export function maskTokens(value: unknown): unknown {
  if (typeof value === 'string') return isToken(value) ? TOKEN_MASK : value;
  if (Array.isArray(value)) return value.map(maskTokens);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, maskTokens(item)]));
}
