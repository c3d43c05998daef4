/** Replaces a secret. */
export const MASK = '***';

/** A secret starts after a character that no token has, or after a percent-encoded one. */
const START = '(?<=^|[^\\w-]|%[\\dA-Fa-f]{2})';

/**
 * Secrets recognized by their format. Each alternative takes linear time, even on hostile input.
 */
const SECRET_SHAPE = new RegExp(
  [
    // JWT (https://www.rfc-editor.org/rfc/rfc7519#section-3) and similar: a JSON object in base64,
    // then parts after a dot or a colon.
    `${START}eyJ[\\w-]+(?:(?:[.:]|%3[Aa])[\\w-]*){2,4}`,
    // API keys with a prefix for kind and environment, and tokens of code hosts and chat services.
    `${START}(?:[a-z]k_(?:live|test|acct)_|gh[a-z]_|github_pat_|glpat-|xox[a-z]-)[\\w-]+`,
    `${START}(?:[Bb]earer|[Bb]asic)(?:%20|[ +])+[^&;]+`,
    // Userinfo of a URL (https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1), which may be
    // percent-encoded in a parameter.
    '(?<=(?::|%3[Aa])(?://|%2[Ff]%2[Ff]))(?:(?!%2[Ff]|%40)[^/?#&@])+(?=@|%40)',
  ].join('|'),
  'g',
);

/** Masks everything in a text that looks like a secret. */
export function maskSecretShapes(text: string): string {
  return text.replaceAll(SECRET_SHAPE, MASK);
}
