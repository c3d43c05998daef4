import { constants, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import packageFile from '#package.json' with { type: 'json' };
import { isJsonObject } from '../model/json-cursor.ts';
import { openOwnFolder } from './own-folder.js';

/** Values of YAML files, kept between starts. */
export interface ParseCache {
  /** Returns the cached value of a file with exactly this text, unshared; or `undefined`. */
  readonly recall: (name: string, text: string) => unknown;
  /** Records the value of a text, if JSON can express it. */
  readonly note: (name: string, text: string, value: unknown) => void;
  /** Writes what was recorded; failures are ignored. */
  readonly save: () => void;
}

interface Entry {
  readonly text: string;
  readonly value: unknown;
}

/** Versions that a cached value depends on; the last one is that of our own YAML types. */
const PARSER = `${packageFile.version} ${packageFile.dependencies['js-yaml']} 2`;
/** Short enough for a file name on any system, with the extensions added. */
const MAX_NAME = 200;
/** Windows has no such flag. */
const READ_NO_LINK = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

const NOTHING_KEPT: ParseCache = { recall: () => undefined, note: () => {}, save: () => {} };

/**
 * Opens the cache of a contract in a folder; without one that is this user's alone, nothing is cached.
 *
 * Texts are compared in full, so that no edit is missed. Parsing YAML takes ten times as long as
 * parsing JSON, and took a tenth of the start with the bundled APIs (November 2026).
 */
export function openParseCache(entry: string, folder: string | undefined): ParseCache {
  if (folder === undefined) return NOTHING_KEPT;
  const own = openOwnFolder(join(folder, 'contracts'));
  if (own === undefined) return NOTHING_KEPT;
  const file = join(own, `${encodeURIComponent(entry).slice(-MAX_NAME)}.json`);
  const known = read(file);
  const recalled: Record<string, unknown> = {};
  const noted: Record<string, Entry> = {};
  return {
    recall: (name, text) => {
      const found = Object.hasOwn(known, name) ? known[name] : undefined;
      if (!isJsonObject(found) || found.text !== text) return undefined;
      recalled[name] = found;
      return found.value;
    },
    note: (name, text, value) => {
      noted[name] = { text, value };
    },
    save: () => {
      const kept = Object.entries(noted).filter(([, { value }]) => isJson(value));
      if (kept.length > 0) write(file, { ...recalled, ...Object.fromEntries(kept) });
    },
  };
}

function isJson(value: unknown): boolean {
  const text = JSON.stringify(value);
  return text !== undefined && isDeepStrictEqual(JSON.parse(text), value);
}

/** Cached entries by file name; empty without a cache written by the same parser. */
function read(file: string): Record<string, unknown> {
  try {
    const content: unknown = JSON.parse(readFileSync(file, { flag: READ_NO_LINK }).toString());
    if (!isJsonObject(content) || content.parser !== PARSER) return {};
    return isJsonObject(content.files) ? content.files : {};
  } catch {
    return {};
  }
}

/** Renames a finished file into place, so that nobody reads a partial one, and no link is followed. */
function write(file: string, files: Record<string, unknown>): void {
  const { randomUUID } = process.getBuiltinModule('node:crypto');
  const fresh = `${file}.${randomUUID()}`;
  try {
    writeFileSync(fresh, JSON.stringify({ parser: PARSER, files }), { flag: 'wx', mode: 0o600 });
    renameSync(fresh, file);
  } catch {
    // Without a cache, the next start parses again.
    remove(fresh);
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Nothing was written where nothing can be removed.
  }
}
