declare module 'parse-prefer-header' {
  /** Preferences of a `Prefer` header (RFC 7240) by name; `true` for one without a value. */
  export default function parsePreferHeader(header: string): Record<string, string | true>;
}
