import { getCompileCacheDir } from 'node:module';
import { ContractError } from '../model/contract-error.ts';
import { isJsonObject } from '../model/json-cursor.ts';
import { isUrl } from '../model/place.ts';
import { isMappingReference, resolveSource } from '../model/reference.ts';
import { openParseCache, type ParseCache } from './parse-cache.ts';
import { parseSource } from './parse-source.ts';
import { readSource } from './read-source.ts';

/** Parsed file of a contract. */
export interface Source {
  /** Absolute path, or URL. */
  readonly name: string;
  /** Reads the text anew: a large document takes twice the memory of what is read of it. */
  readonly readText: () => Promise<string>;
  readonly format: 'json' | 'yaml' | 'text';
  /** The text itself if the format is `text`. */
  readonly value: unknown;
}

/** Files by name, or the reason why one cannot be read. */
export type Sources = ReadonlyMap<string, Source | ContractError>;

/** Reads a file and every file that it refers to, directly or indirectly. */
export async function loadSources(entry: string, allowRemote: boolean): Promise<Sources> {
  const sources = new Map<string, Source | ContractError>();
  const cache = openParseCache(entry, getCompileCacheDir());
  const loadOne = (name: string) => load(name, name === entry, allowRemote, cache);
  let wanted = [entry];
  while (wanted.length > 0) {
    const loaded = await Promise.all(wanted.map(loadOne));
    wanted.forEach((name, index) => {
      const source = loaded[index];
      if (source !== undefined) sources.set(name, source);
    });
    wanted = listOutside(loaded).filter((name) => !sources.has(name));
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
    const text = await readSource(name, allowRemote);
    const readText = isUrl(name) ? keepText(text) : readAgain(name);
    if (!isEntry && !isData(name)) return { name, readText, format: 'text', value: text };
    const known = cache.recall(name, text);
    if (known !== undefined) return { name, readText, format: 'yaml', value: known };
    const parsed = parseSource(name, text);
    // YAML anchors can put one value in several places, which JSON cannot express.
    if (parsed.format === 'yaml' && !text.includes('&')) cache.note(name, text, parsed.value);
    return { name, readText, ...parsed };
  } catch (error) {
    if (error instanceof ContractError) return error;
    throw error;
  }
}

/** What is remote may have changed by the time when it is asked for. */
function keepText(text: string): () => Promise<string> {
  return async () => text;
}

/** A function of its own: one beside it that uses the text would keep it for both. */
function readAgain(name: string): () => Promise<string> {
  return () => readSource(name, false);
}

function isData(name: string): boolean {
  const last = name.replace(/[?#].*$/, '').slice(name.lastIndexOf('/') + 1);
  return !last.includes('.') || /\.(?:json|ya?ml)$/i.test(last);
}

function listOutside(loaded: readonly (Source | ContractError)[]): string[] {
  const names = new Set<string>();
  for (const source of loaded) {
    if (source instanceof ContractError) continue;
    for (const uri of findUris(source)) names.add(resolveSource(source.name, uri));
  }
  return [...names];
}

/** Collects everything that may be a reference to a file; the bundler decides what is needed. */
function findUris({ value, format }: Source): Set<string> {
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
        visit(member);
      } else if (key === '$ref' || key === 'externalValue') {
        add(member);
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
}
