import { parse } from 'node:path';
import { isUrl } from '../contract/model/place.ts';

/** Names of files that say what they are, and not of what. */
const GENERAL = /^(?:open-?api|swagger|api|spec|index|schema|main)$/i;

/** Names an API after the file or URL of its contract or, where that has a name that any has, after its title. */
export function nameApi(source: string, title: string): string {
  const { name } = parse(isUrl(source) ? new URL(source).pathname : source);
  return toName(GENERAL.test(name) ? title : name) || toName(title) || 'api';
}

/** Words of letters, digits and dots in lower case, with hyphens between them. */
function toName(text: string): string {
  const words = text.toLowerCase().split(/[^a-z\d.]+/);
  return words
    .filter((word) => /[a-z\d]/.test(word))
    .join('-')
    .replace(/^\.+/, '');
}
