/** Characters of a URI, https://www.rfc-editor.org/rfc/rfc3986#section-2. */
const URI_CHARACTER = String.raw`(?:[\w\-.~:/?#[\]@!$&'"()*+,;=]|%[\da-f]{2})`;
/** https://www.rfc-editor.org/rfc/rfc3339#section-5.6; a time has an offset. */
const TIME = String.raw`([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):?[0-5]\d)`;
/** https://www.rfc-editor.org/rfc/rfc1123#section-2.1. */
const LABEL = String.raw`[a-z\d]([a-z\d-]{0,61}[a-z\d])?`;

/** Patterns of formats, as literals of a generated module. */
export const PATTERNS = {
  time: `/^${TIME}$/`,
  dateTime: String.raw`/^\d{4}-\d\d-\d\d[Tt]${TIME}$/`,
  uri: `/^${URI_CHARACTER}+$/i`,
  uriReference: `/^${URI_CHARACTER}*$/i`,
  hostname: String.raw`/^(?=.{1,253}\.?$)${LABEL}(\.${LABEL})*\.?$/i`,
  /** https://www.rfc-editor.org/rfc/rfc3339#appendix-A. */
  duration: String.raw`/^P(?!$)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?)$/`,
} as const;
