/**
 * Reads the users in a text such as `[jaganath, mark]`; none in `[]` and in an empty text.
 *
 * http://api.wiki.zoho.com/ZW---Get-shared-details-of-the-document.html. Throws TypeError for a text without brackets.
 */
export function readSharedTo(text: string): string[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  if (!trimmed.startsWith('[') || !trimmed.endsWith(']')) {
    throw new TypeError(
      `Users: expected a list in brackets such as "[jaganath, mark]", found ${JSON.stringify(text.slice(0, 50))}.`,
    );
  }
  return trimmed
    .slice(1, -1)
    .split(',')
    .map(readUser)
    .filter((user) => user !== '');
}

/** Reads the name of a user, which XML has in quotation marks: http://writer.zoho.com/public/help/postsharedoc/fullpage. */
export function readUser(text: string): string {
  const trimmed = text.trim();
  const isQuoted = trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"');
  return isQuoted ? trimmed.slice(1, -1) : trimmed;
}

/**
 * Reads a boolean: `true` in JSON and `True` in XML are true, and any other text is false.
 *
 * http://api.wiki.zoho.com/ZW---Get-shared-details-of-the-document.html.
 */
export function readBoolean(text: string): boolean {
  return text.trim().toLowerCase() === 'true';
}
