import { statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isJsonObject } from '../model/json-cursor.ts';
import { isUrl } from '../model/place.ts';

/**
 * Finds the file that a reference leads to: `name` is what it leads to from where its own file was
 * read, `uri` is the reference without its fragment.
 */
export type LocateFile = (name: string, base: string, uri: string) => string;

/** Endings that a URI leaves out. */
const ENDINGS = ['', '.yaml', '.yml', '.json'];

/**
 * Creates a function that finds files by the URIs that they give themselves with `$self`:
 * https://spec.openapis.org/oas/v3.2.0#establishing-the-base-uri.
 *
 * A file that exists where a relative reference leads to from the place of its own file is taken
 * first, so that nothing is fetched that lies beside it. A URI below that of a local file with
 * `$self` is looked for at the same place below its folder, and a file without `$self` has the URI
 * of its place there.
 */
export function createFileLocator(sources: ReadonlyMap<string, object>): LocateFile {
  const uris = new Map([...sources].flatMap(readOwnUri));
  if (uris.size === 0) return (name) => name;
  const names = new Map([...uris].map(([name, uri]) => [uri, name]));
  return (name, base, uri) => {
    if (uri === '') return name;
    const own = uris.get(base) ?? findUriBeside(base, uris);
    const wanted = isUrl(uri) ? uri : own && URL.parse(uri, own)?.href;
    if (wanted === undefined) return name;
    const known = names.get(wanted);
    if (known !== undefined) return known;
    return (
      [isUrl(uri) ? undefined : findFile(name), findBeside(wanted, uris), wanted].find(
        (found) => found !== undefined && !found.startsWith('file:'),
      ) ?? name
    );
  };
}

function readOwnUri([name, source]: [string, object]): [name: string, uri: string][] {
  const value = 'value' in source ? source.value : undefined;
  if (!isJsonObject(value) || typeof value.$self !== 'string') return [];
  const base = isUrl(name) ? name : pathToFileURL(name).href;
  const uri = URL.parse(value.$self.replace(/#.*$/s, ''), base);
  return uri === null ? [] : [[name, uri.href]];
}

/** Finds a local file at the place that a URI has from the URI of another one. */
function findBeside(wanted: string, uris: ReadonlyMap<string, string>): string | undefined {
  return [...uris]
    .filter(
      ([name, uri]) =>
        isAbsolute(name) && wanted.startsWith(uri.slice(0, uri.lastIndexOf('/') + 1)),
    )
    .map(([name, uri]) => findFile(resolve(dirname(name), wanted.slice(uri.lastIndexOf('/') + 1))))
    .find((file) => file !== undefined);
}

/** URI that a local file without one has from that of the nearest other one. */
function findUriBeside(name: string, uris: ReadonlyMap<string, string>): string | undefined {
  if (!isAbsolute(name)) return undefined;
  const [nearest] = [...uris]
    .filter(([other]) => isAbsolute(other))
    .map(([other, uri]) => ({ uri, path: relative(dirname(other), name) }))
    .toSorted((one, other) => one.path.length - other.path.length);
  return (
    nearest &&
    URL.parse(nearest.path.split(sep).map(encodeURIComponent).join('/'), nearest.uri)?.href
  );
}

function findFile(name: string): string | undefined {
  if (isUrl(name)) return undefined;
  return ENDINGS.map((ending) => name + ending).find((file) =>
    statSync(file, { throwIfNoEntry: false })?.isFile(),
  );
}
