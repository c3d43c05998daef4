import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { REGISTRY } from '../project/find-registry.ts';
import { addToRegistry, type RegistryEntry } from './add-to-registry.ts';
import { readText } from './read-text.ts';

/** Text of a registry that lists no API yet. */
const NEW_REGISTRY = `# The APIs of this project, for share-contracts and for Redocly: https://redocly.com/docs/cli/configuration
plugins:
  - share-contracts/lint

extends:
  - minimal
  - share/recommended
`;

/** Adds an API to the text of a registry, or to that of a new one. */
export function writeRegistry(text: string | undefined, entry: RegistryEntry): string {
  return addToRegistry(text ?? NEW_REGISTRY, entry);
}

/** Names of all that the registry of a folder lists, of whatever kind; none where there is none. */
export async function listNames(root: string): Promise<string[]> {
  const text = await readText(join(root, REGISTRY));
  return Object.keys(Object(parseDocument(text ?? '').toJS()?.apis));
}
