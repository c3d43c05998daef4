import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Value of a `$ref` up to its fragment, in YAML or JSON, quoted or not. */
const FILE_REFERENCE = /\$ref["']?\s*:\s*(?:"([^"#]+)|'([^'#]+)|([^"'#\s,}\]]+))/g;

/**
 * Absolute paths of all files that a file refers to, by whatever way, itself included.
 *
 * Texts are read by pattern, so a file that cannot be parsed still tells what it refers to. Files that do not
 * exist are listed too; references to other hosts are not.
 */
export function listReferences(entry: string): string[] {
  const found = new Set([resolve(entry)]);
  // A set lists what is added to it meanwhile.
  for (const file of found) {
    for (const reference of readReferences(file)) found.add(resolve(dirname(file), reference));
  }
  return [...found];
}

function readReferences(file: string): string[] {
  const matches = [...readText(file).matchAll(FILE_REFERENCE)];
  return matches
    .map(([, double, single, plain]) => double ?? single ?? plain ?? '')
    .filter((reference) => !URL.canParse(reference));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
