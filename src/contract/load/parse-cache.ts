import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import packageFile from '../../../package.json' with { type: 'json' };
import { isJsonObject } from '../model/json-cursor.ts';

/** Values of YAML files from an earlier start. */
export interface ParseCache {
  /** Value of a text that stood in the same file before, not shared with anybody; `undefined` for any other text. */
  readonly recall: (name: string, text: string) => unknown;
  /** Notes what a text was parsed to, if JSON can say it. */
  readonly note: (name: string, text: string, value: unknown) => void;
  /** Writes what was noted; it is no harm if that cannot be. */
  readonly save: () => void;
}

interface Entry {
  readonly text: string;
  readonly value: unknown;
}

/** What decides how a text is parsed, beside the text. */
const PARSER = `${packageFile.version} ${packageFile.dependencies['js-yaml']}`;
/** Longest name of a file that all systems take, with what is added to it. */
const MAX_NAME = 200;

/**
 * Opens the cache of a contract in the folder where Node keeps compiled code; without one nothing is kept.
 *
 * A text is compared as a whole, so that no edit is missed. To read YAML takes ten times as long as to read JSON, and
 * was a tenth of the start of the own APIs.
 */
export function openParseCache(entry: string, folder = getCompileCacheDir()): ParseCache {
  if (folder === undefined) return { recall: () => undefined, note: () => {}, save: () => {} };
  const file = join(folder, 'contracts', `${encodeURIComponent(entry).slice(-MAX_NAME)}.json`);
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

/** Entries by the names of their files; none where there is no file of this parser. */
function read(file: string): Record<string, unknown> {
  try {
    const content: unknown = JSON.parse(readFileSync(file).toString());
    if (!isJsonObject(content) || content.parser !== PARSER) return {};
    return isJsonObject(content.files) ? content.files : {};
  } catch {
    return {};
  }
}

/** Puts a file in its place in one step, so that nobody reads half of it. */
function write(file: string, files: Record<string, unknown>): void {
  const fresh = `${file}.${process.pid}`;
  try {
    mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
    writeFileSync(fresh, JSON.stringify({ parser: PARSER, files }), { mode: 0o600 });
    renameSync(fresh, file);
  } catch {
    // The next start parses again.
  }
}
