import { basename, parse, relative } from 'node:path';
import { isUrl } from '../contract/model/place.ts';

/** Names of files and folders that say what they are, and not of what. */
const GENERAL = /^(?:open-?api|swagger|apis?|specs?|index|schemas?|main|docs?|contracts?)$/i;

/**
 * Names an API after the file or URL of its contract or, where that has a name that any has, after its folder below `root`, or its
 * title.
 */
export function nameApi(source: string, title: string, root: string): string {
  const path = isUrl(source) ? new URL(source).pathname : relative(root, source);
  const { name, dir } = parse(path);
  const folder = isUrl(source) || path.startsWith('..') ? '' : basename(dir);
  const special = [name, folder].find((candidate) => candidate !== '' && !GENERAL.test(candidate));
  return toName(special ?? title) || toName(title) || 'api';
}

/** Words of letters, digits and dots in lower case, with hyphens between them. */
function toName(text: string): string {
  const words = text.toLowerCase().split(/[^a-z\d.]+/);
  return words
    .filter((word) => /[a-z\d]/.test(word))
    .join('-')
    .replace(/^\.+/, '');
}
