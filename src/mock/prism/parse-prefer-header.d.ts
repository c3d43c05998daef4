declare module 'parse-prefer-header' {
  /** Preferences by name, `true` if bare, https://www.rfc-editor.org/rfc/rfc7240#section-2. */
  export default function parsePreferHeader(header: string): Record<string, string | true>;
}
