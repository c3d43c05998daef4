import { globSync, readFileSync } from 'node:fs';
import { dirname, join, parse, relative, sep } from 'node:path';
import type { NormalizedProblem } from '@redocly/openapi-core';
import { parseSource } from '../contract/load/parse-source.ts';
import { isJsonObject } from '../contract/model/json-cursor.ts';
import { isUrl } from '../contract/model/place.ts';
import { REGISTRY } from '../project/find-registry.ts';
import type { ContractRoot } from './contract-root.ts';
import { reportProblem } from './report-problem.ts';

/** Members that make a file an entry: https://spec.openapis.org/oas/v3.1.1#openapi-object and of Arazzo the same. */
const ENTRY_MEMBERS = ['openapi', 'swagger', 'arazzo'];
/** How such a member begins, in YAML or JSON; what has none need not be parsed. */
const ENTRY_TEXT = /(?:openapi|swagger|arazzo)["']?\s*:/;
/** Names that say of what kind a file is, and nothing of the API. */
const USUAL_NAME = /^(?:openapi|swagger|api|spec|index|main|workflows\.arazzo)$/i;
/** Folders of what tools have made, and of hidden files. */
const PASSED_OVER = /(?:^|[\\/])(?:node_modules|dist|build|\.[^\\/]+)(?:[\\/]|$)/;

/**
 * Finds contracts beside those that a registry lists, which lint would forget: in the folder of a listed one and, where all
 * of them share a folder below the registry, there as well, no deeper than they lie themselves.
 *
 * In the folder of the registry itself only files are looked at, since all of the project is below it.
 */
export function findUnlisted(
  registry: string,
  roots: readonly ContractRoot[],
): NormalizedProblem[] {
  const base = dirname(registry);
  const listed = roots.flatMap(({ file }) => (isUrl(file) ? [] : [file]));
  const files = new Set(listPatterns(base, listed).flatMap((pattern) => glob(base, pattern)));
  return [...files]
    .filter((file) => !listed.includes(file) && file !== registry)
    .sort()
    .flatMap((file) => {
      const text = readEntry(file);
      return text === undefined ? [] : [describe(base, file, text)];
    });
}

/** Patterns of the files to look at, relative to the folder of the registry. */
function listPatterns(base: string, listed: readonly string[]): string[] {
  const folders = [...new Set(listed.map((file) => relative(base, dirname(file))))].filter(
    (folder) => !folder.startsWith('..'),
  );
  const paths = folders.map((folder) => (folder === '' ? [] : folder.split(sep)));
  const shared = sharedStart(paths);
  const depth = Math.max(0, ...paths.map(({ length }) => length));
  return [
    ...paths.map((path) => (path.length === 0 ? '*' : [...path, '**', '*'].join('/'))),
    ...(shared.length === 0 ? [] : listLevels(shared, depth)),
  ];
}

/** Patterns of the files in a folder and below, down to a depth. */
function listLevels(shared: readonly string[], depth: number): string[] {
  return Array.from({ length: depth - shared.length + 1 }, (_, level) =>
    [...shared, ...Array.from({ length: level }, () => '*'), '*'].join('/'),
  );
}

function sharedStart([first = [], ...others]: readonly (readonly string[])[]): string[] {
  const end = first.findIndex((name, index) => others.some((path) => path[index] !== name));
  return first.slice(0, end < 0 ? first.length : end);
}

function glob(base: string, pattern: string): string[] {
  return globSync(`${pattern}.{yaml,yml,json}`, {
    cwd: base,
    exclude: (path) => PASSED_OVER.test(String(path)),
  }).map((file) => join(base, file));
}

/** Text of a file if it is the entry of a contract; one that cannot be read or parsed is none. */
function readEntry(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    if (!ENTRY_TEXT.test(text)) return undefined;
    const { value } = parseSource(file, text);
    const isEntry = isJsonObject(value) && ENTRY_MEMBERS.some((member) => member in value);
    return isEntry ? text : undefined;
  } catch {
    return undefined;
  }
}

function describe(base: string, file: string, text: string): NormalizedProblem {
  const path = relative(base, file).replaceAll(sep, '/');
  const message = `Expected every contract among "apis" of ${REGISTRY}, found this one in none of them. Add it, as in "${nameOf(path)}: { root: ${path} }".`;
  return reportProblem('unlisted-contract', 'warn', message, { file, text, pointer: '/' });
}

/** Name of a file, or of its folder where that says more. */
function nameOf(path: string): string {
  const { dir, name } = parse(path);
  const folder = dir.split('/').at(-1);
  return folder !== undefined && folder !== '' && USUAL_NAME.test(name) ? folder : name;
}
