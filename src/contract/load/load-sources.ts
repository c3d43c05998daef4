import { isUtf8 } from 'node:buffer';
import { getCompileCacheDir } from 'node:module';
import { ContractError } from '../model/contract-error.ts';
import { ExampleBytes } from '../model/example-bytes.ts';
import { isJsonObject } from '../model/json-cursor.ts';
import { isUrl } from '../model/place.ts';
import { isMappingReference, resolveSource } from '../model/reference.ts';
import { createFileLocator, type LocateFile } from './own-uris.ts';
import { openParseCache, type ParseCache } from './parse-cache.ts';
import { parseSource } from './parse-source.ts';
import { readBytes } from './read-source.ts';

/** Parsed file of a contract. */
export interface Source {
  /** Absolute path, or URL. */
  readonly name: string;
  readonly text: string;
  /** Reads the text anew, for later: it would double the memory of a large document. */
  readonly readText: () => Promise<string>;
  readonly format: 'json' | 'yaml' | 'text';
  /** The text itself if the format is `text`, or the bytes if they are no text. */
  readonly value: unknown;
}

/** Files by name, or the reason why one cannot be read. */
export type Sources = ReadonlyMap<string, Source | ContractError>;

/** Reads a file and every file that it refers to, directly or indirectly. */
export async function loadSources(entry: string, allowRemote: boolean): Promise<Sources> {
  const sources = new Map<string, Source | ContractError>();
  const cache = openParseCache(entry, getCompileCacheDir());
  /** Every `$id`: what refers to one wants no file. */
  const ids = new Set<string>();
  const loadOne = (name: string) => load(name, name === entry, allowRemote, cache);
  let wanted = [entry];
  while (wanted.length > 0) {
    const loaded = await Promise.all(wanted.map(loadOne));
    wanted.forEach((name, index) => {
      const source = loaded[index];
      if (source !== undefined) sources.set(name, source);
    });
    const outside = listOutside(loaded, createFileLocator(sources), ids);
    wanted = outside.filter((name) => !sources.has(name) && !ids.has(name));
  }
  cache.save();
  return sources;
}

async function load(
  name: string,
  isEntry: boolean,
  allowRemote: boolean,
  cache: ParseCache,
): Promise<Source | ContractError> {
  try {
    const bytes = await readBytes(name, allowRemote);
    const text = bytes.toString();
    const readText = isUrl(name) ? keepText(text) : readAgain(name);
    if (!isEntry && !(isData(name) && isText(bytes))) {
      const value = isText(bytes) ? text : new ExampleBytes(bytes);
      return { name, text, readText, format: 'text', value };
    }
    const known = cache.recall(name, text);
    if (known !== undefined) return { name, text, readText, format: 'yaml', value: known };
    const parsed = parseSource(name, text);
    // YAML anchors can put one value in several places, which JSON cannot express.
    if (parsed.format === 'yaml' && !text.includes('&')) cache.note(name, text, parsed.value);
    return { name, text, readText, ...parsed };
  } catch (error) {
    if (error instanceof ContractError) return error;
    throw error;
  }
}

/** Whether bytes are text, which keeps them whole. */
function isText(bytes: Buffer): boolean {
  return isUtf8(bytes) && !bytes.includes(0);
}

/** What is remote may have changed by the time when it is asked for. */
function keepText(text: string): () => Promise<string> {
  return async () => text;
}

/** A function of its own: one beside it that uses the text would keep it for both. */
function readAgain(name: string): () => Promise<string> {
  return async () => (await readBytes(name, false)).toString();
}

function isData(name: string): boolean {
  const path = isUrl(name) ? (name.split(/[?#]/, 1)[0] ?? '') : name;
  const last = path.slice(path.lastIndexOf('/') + 1);
  return !last.includes('.') || /\.(?:json|ya?ml)$/i.test(last);
}

function listOutside(
  loaded: readonly (Source | ContractError)[],
  locate: LocateFile,
  ids: Set<string>,
): string[] {
  const names = new Set<string>();
  for (const source of loaded) {
    if (source instanceof ContractError) continue;
    for (const uri of findUris(source, ids)) {
      names.add(locate(resolveSource(source.name, uri), source.name, uri));
    }
  }
  return [...names];
}

/**
 * Collects everything that may be a reference to a file; the bundler decides what is needed. Adds
 * each `$id` to `ids`.
 */
function findUris({ value, format }: Source, ids: Set<string>): Set<string> {
  const uris = new Set<string>();
  // Only YAML can put one value in several places, by anchors.
  const seen = format === 'yaml' ? new Set<object>() : undefined;
  visit(value);
  return uris;

  function visit(node: unknown): void {
    if (typeof node !== 'object' || node === null || seen?.has(node)) return;
    seen?.add(node);
    for (const key of Object.keys(node)) {
      const member: unknown = node[key as keyof typeof node];
      if (typeof member === 'object') {
        if (key === 'mapping' && isJsonObject(member)) Object.values(member).forEach(addMapping);
        if (key === 'security' && Array.isArray(member)) member.forEach(addSchemes);
        visit(member);
      } else if (key === '$ref' || key === 'externalValue') {
        add(member);
      } else if (key === '$id' && typeof member === 'string') {
        ids.add(member);
      } else if (key === 'defaultMapping') {
        addMapping(member);
      }
    }
  }

  function add(ref: unknown): void {
    if (typeof ref !== 'string' || ref.startsWith('#')) return;
    const [uri = ''] = ref.split('#', 1);
    if (uri !== '') uris.add(uri);
  }

  function addMapping(ref: unknown): void {
    if (isMappingReference(ref)) add(ref);
  }

  /** Adds the security schemes of a requirement that are named by URI. */
  function addSchemes(requirement: unknown): void {
    if (isJsonObject(requirement)) Object.keys(requirement).forEach(addMapping);
  }
}
