import { join } from 'node:path';
import packageFile from '#package.json' with { type: 'json' };
import { isJsonObject } from '../contract/model/json-cursor.ts';
import { REGISTRY } from '../project/find-registry.ts';
import { ProjectError } from '../project/project-error.ts';
import { addScripts } from './add-scripts.ts';
import type { RegistryEntry } from './add-to-registry.ts';
import { CONTRACT_TEST, CONTRACT_TEST_TEXT } from './contract-test.ts';
import { readText } from './read-text.ts';
import { writeRegistry } from './registry-text.ts';

/** A file of a project that is new or changes. */
export interface PlannedFile {
  /** Path from the root of the project, with slashes. */
  readonly file: string;
  readonly text: string;
  /** What becomes of it, in words. */
  readonly outcome: string;
}

const MANIFEST = 'package.json';

/**
 * Plans the files of a project beside its contracts and what is generated from them, in the order in which they are to be
 * written: the registry last, so that whatever it lists is there. `entry` is the API to list, if it is not listed yet.
 *
 * Throws ProjectError for a `package.json` that is none.
 */
export async function planFiles(
  root: string,
  entry: RegistryEntry | undefined,
): Promise<PlannedFile[]> {
  const registry = await readText(join(root, REGISTRY));
  const planned = [
    (await readText(join(root, CONTRACT_TEST))) === undefined
      ? { file: CONTRACT_TEST, text: CONTRACT_TEST_TEXT, outcome: 'created, tests every API' }
      : undefined,
    planManifest(await readText(join(root, MANIFEST)), join(root, MANIFEST)),
    entry && {
      file: REGISTRY,
      text: writeRegistry(registry, entry),
      outcome: `${registry === undefined ? 'created' : 'changed'}, lists ${entry.name}`,
    },
  ];
  return planned.filter((file) => file !== undefined);
}

function planManifest(text: string | undefined, path: string): PlannedFile | undefined {
  const manifest = text === undefined ? {} : parseManifest(text, path);
  // A package has no command of its own among those of its dependencies.
  if (manifest.name === packageFile.name) return undefined;
  const { text: changed, added } = addScripts(text);
  if (added.length === 0) return undefined;
  const verb = text === undefined ? 'created' : 'changed';
  return { file: MANIFEST, text: changed, outcome: `${verb}, has the scripts ${added.join(', ')}` };
}

function parseManifest(text: string, path: string): Record<string, unknown> {
  const parsed = tryParse(text);
  if (isJsonObject(parsed)) return parsed;
  throw new ProjectError(`${path}: expected a JSON object, found another text. Correct it first.`);
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
