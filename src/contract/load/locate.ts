import { ContractError } from '../model/contract-error.ts';
import { isJsonObject, unescapeToken } from '../model/json-cursor.ts';
import { memberOf } from '../model/member-of.ts';
import { childOrigin, type Origin } from '../model/origin.ts';
import type { Locate, SourcePlace } from '../model/place.ts';
import { createJsonPositions } from './json-position.ts';
import type { Source, Sources } from './load-sources.ts';
import { UNCHECKED_FORMAT } from './upgrade-schema.ts';

/** Finds line and column of a value or, if it is missing, of its nearest ancestor. */
export type FindPlace = (origin: Origin) => Promise<SourcePlace>;

/**
 * Creates a function that finds where the values of a bundle are written.
 *
 * A value that an upgrade from an older OpenAPI version created has the place of its original.
 */
export function createLocator(
  entry: string,
  document: unknown,
  origins: ReadonlyMap<object, Origin>,
  findPlace: FindPlace,
): Locate {
  return async (pointer) => {
    let node = document;
    let at: Origin = { source: entry, pointer: '' };
    for (const key of keysOf(toSwaggerPointer(document, pointer))) {
      node = memberOf(node, key);
      at = originOf(node, origins) ?? childOrigin(at, key === UNCHECKED_FORMAT ? 'format' : key);
    }
    return await findPlace(at);
  };
}

function originOf(node: unknown, origins: ReadonlyMap<object, Origin>): Origin | undefined {
  return typeof node === 'object' && node !== null ? origins.get(node) : undefined;
}

/** Translates a pointer to the sections of Swagger 2.0, which OpenAPI 3 renamed. */
function toSwaggerPointer(document: unknown, pointer: string): string {
  if (!isJsonObject(document) || !('swagger' in document)) return pointer;
  return pointer
    .replace(/^\/components\/schemas/, '/definitions')
    .replace(/^\/components\/securitySchemes/, '/securityDefinitions')
    .replace(/^\/components\/requestBodies/, '/parameters')
    .replace(/^\/components\//, '/');
}

interface Position {
  readonly line: number;
  readonly column: number;
}

type FindPosition = (pointer: string) => Position;

/** What is kept of a file to find places in it: neither its text nor its value. */
export type WrittenSource = Pick<Source, 'name' | 'format' | 'readText'>;

/**
 * Creates a function that finds places in files; it does no work before it is called.
 *
 * Each file is parsed for positions once, also by calls that do not wait for each other, so that
 * the places of hundreds of findings take little longer than one.
 */
export function createPlaceFinder(sources: Sources): FindPlace {
  const written = new Map<string, WrittenSource>();
  for (const [name, source] of sources) {
    if (source instanceof ContractError) continue;
    const { format, readText } = source;
    written.set(name, { name: source.name, format, readText });
  }
  const known = new Map<WrittenSource, Promise<FindPosition>>();
  return async ({ source: name, pointer }) => {
    const source = written.get(name);
    if (source === undefined) return { source: name, pointer };
    const finder = known.get(source) ?? createPositionFinder(source);
    known.set(source, finder);
    try {
      return { source: name, pointer, ...(await finder)(pointer) };
    } catch {
      // A file may be gone by now, positions are read by another parser than values, and no message
      // is worth a failure.
      return { source: name, pointer };
    }
  };
}

/** Creates a function that finds where the values of a file are written, by JSON Pointers. */
export async function createPositionFinder(source: WrittenSource): Promise<FindPosition> {
  const text = await source.readText();
  if (source.format !== 'yaml') return createJsonFinder(text);
  const redocly = await import('@redocly/openapi-core');
  const parsed = new redocly.Source(source.name, text);
  return (pointer) => {
    const location = { source: parsed, pointer: `#${pointer}`, reportOnKey: true };
    const { start } = redocly.getLineColLocation(location);
    return { line: start.line, column: start.col };
  };
}

function createJsonFinder(text: string): FindPosition {
  const findOffset = createJsonPositions(text);
  const lines = listLineStarts(text);
  return (pointer) => {
    const offset = findOffset(keysOf(pointer));
    const line = lines.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (lines[line] ?? 0) + 1 };
  };
}

function listLineStarts(text: string): number[] {
  return [0, ...text.matchAll(/\n/g).map(({ index }) => index + 1)];
}

function keysOf(pointer: string): string[] {
  return pointer.split('/').slice(1).map(unescapeToken);
}
