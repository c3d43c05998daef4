/** What stands in place of a secret. */
export const MASK = '***';

/** Where a value may begin: at a character that no token has, or behind a percent-encoded one. */
const START = '(?<=^|[^\\w-]|%[\\dA-Fa-f]{2})';

/** Secrets that are known by their looks. Each alternative reads a text once, however hostile it is. */
const SECRET_SHAPE = new RegExp(
  [
    // JWT (RFC 7519) and its kin: base64 of a JSON object, then parts after a dot or a colon.
    `${START}eyJ[\\w-]+(?:(?:[.:]|%3[Aa])[\\w-]*){2,4}`,
    // API keys whose prefix names kind and environment, and tokens of code hosts and chats.
    `${START}(?:[a-z]k_(?:live|test|acct)_|gh[a-z]_|github_pat_|glpat-|xox[a-z]-)[\\w-]+`,
    `${START}(?:[Bb]earer|[Bb]asic)(?:%20|[ +])+[^&;]+`,
    // Userinfo of a URL (RFC 3986 section 3.2.1), which may stand percent-encoded in a parameter.
    '(?<=(?::|%3[Aa])(?://|%2[Ff]%2[Ff]))(?:(?!%2[Ff]|%40)[^/?#&@])+(?=@|%40)',
  ].join('|'),
  'g',
);

/** Masks what looks like a secret wherever it stands in a text. */
export function maskSecretShapes(text: string): string {
  return text.replaceAll(SECRET_SHAPE, MASK);
}
