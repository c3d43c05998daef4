/** Name of the type that openapi-typescript makes of a schema: its words in Pascal case, as change-case joins them. */
export function nameType(schema: string): string {
  const words = schema
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1\0$2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1\0$2')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
  return words.map(capitalise).join('');
}

/** A word that begins with a digit is told from the one before by an underscore. */
function capitalise(word: string, index: number): string {
  const first = word.charAt(0);
  const head = index > 0 && /\d/.test(first) ? `_${first}` : first.toUpperCase();
  return head + word.slice(1).toLowerCase();
}
