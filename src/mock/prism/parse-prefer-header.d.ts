declare module 'parse-prefer-header' {
  /**
   * Preferences of a `Prefer` header by name; `true` for one without a value.
   * https://www.rfc-editor.org/rfc/rfc7240#section-2
   */
  export default function parsePreferHeader(header: string): Record<string, string | true>;
}
