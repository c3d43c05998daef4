import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { decodePercent } from '../../../text/decode-percent.ts';

/** `$ref` up to its fragment, in YAML or JSON, quoted or not. */
const FILE_REFERENCE = /\$ref["']?\s*:\s*(?:"([^"#]+)|'([^'#]+)|([^"'#\s,}\]]+))/g;

/**
 * Lists the absolute paths of a file and of all files that it refers to, directly or indirectly.
 *
 * References are found by pattern, so that they are also found in a file that cannot be parsed.
 * Includes files that do not exist; leaves out URLs.
 */
export function listReferences(entry: string): string[] {
  const found = new Set([resolve(entry)]);
  // The loop also visits what is added to the set meanwhile.
  for (const file of found) {
    for (const reference of readReferences(file)) found.add(resolve(dirname(file), reference));
  }
  return [...found];
}

function readReferences(file: string): string[] {
  const matches = [...readText(file).matchAll(FILE_REFERENCE)];
  return matches
    .map(([, double, single, plain]) => double ?? single ?? plain ?? '')
    .filter((reference) => !URL.canParse(reference))
    .map(decodePercent);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
