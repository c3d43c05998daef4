import { ContractError } from '../model/contract-error.ts';
import { isJsonObject, unescapeToken } from '../model/json-cursor.ts';
import { childOrigin, type Origin } from '../model/origin.ts';
import type { Locate, SourcePlace } from '../model/place.ts';
import { findJsonPosition } from './json-position.ts';
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

/** Creates a function that finds places in files; it does no work before it is called. */
export function createPlaceFinder(sources: Sources): FindPlace {
  // Parsing YAML for positions is slow, so a file with several defects is parsed once.
  const known = new Map<Source, (pointer: string) => Position>();
  return async ({ source: name, pointer }) => {
    const source = sources.get(name);
    if (source === undefined || source instanceof ContractError) return { source: name, pointer };
    try {
      const find = known.get(source) ?? (await createFinder(source));
      known.set(source, find);
      return { source: name, pointer, ...find(pointer) };
    } catch {
      // A file may be gone by now, and no message is worth a failure.
      return { source: name, pointer };
    }
  };
}

async function createFinder(source: Source): Promise<(pointer: string) => Position> {
  const text = await source.readText();
  if (source.format !== 'yaml') return (pointer) => findInJson(text, pointer);
  const redocly = await import('@redocly/openapi-core');
  const parsed = new redocly.Source(source.name, text);
  return (pointer) => {
    const location = { source: parsed, pointer: `#${pointer}`, reportOnKey: true };
    const { start } = redocly.getLineColLocation(location);
    return { line: start.line, column: start.col };
  };
}

function findInJson(text: string, pointer: string): Position {
  const before = text.slice(0, findJsonPosition(text, keysOf(pointer))).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function keysOf(pointer: string): string[] {
  return pointer.split('/').slice(1).map(unescapeToken);
}

function memberOf(node: unknown, key: string): unknown {
  const isOwn = typeof node === 'object' && node !== null && Object.hasOwn(node, key);
  return isOwn ? Reflect.get(node, key) : undefined;
}
