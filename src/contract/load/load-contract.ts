import { resolve } from 'node:path';
import type { Contract } from '../model/contract.ts';
import { ContractError } from '../model/contract-error.ts';
import { child, openDocument, text } from '../model/json-cursor.ts';
import { formatPlace, isUrl, type Locate } from '../model/place.ts';
import { type BrokenReference, bundleSources } from './bundle-sources.ts';
import { checkDocument, checkPaths } from './check-document.ts';
import { loadSources, type Sources } from './load-sources.ts';
import { createLocator, createPlaceFinder, type FindPlace } from './locate.ts';
import { convertCollection, findCollection } from './postman/convert-collection.ts';
import { readBasePath } from './read-base-path.ts';
import { readOperations } from './read-operations.ts';
import { upgradeDocument } from './upgrade-document.ts';

export interface LoadOptions {
  /** Whether to fetch files over http(s); otherwise a remote file is an error. */
  readonly allowRemote?: boolean | undefined;
  /** Called with a message about broken references, which otherwise throw. */
  readonly onBrokenReference?: ((message: string) => void) | undefined;
}

/**
 * Loads an OpenAPI document (YAML or JSON) and all files that it refers to, or a Postman collection.
 *
 * Upgrades Swagger 2.0 and OpenAPI 3.0, so that the contract is always OpenAPI 3.1. Throws
 * ContractError if a file cannot be read or parsed, a reference is broken, or the document is of
 * another kind.
 */
export async function loadContract(
  file: string,
  { allowRemote = false, onBrokenReference }: LoadOptions = {},
): Promise<Contract> {
  const entry = isUrl(file) ? file : resolve(file);
  const sources = await loadSources(entry, allowRemote);
  const bundled = readEntry(entry, sources);
  const { origins, broken } = bundleSources(entry, bundled, sources);
  const findPlace = createPlaceFinder(sources);
  if (broken.length > 0) {
    const message = await describeBroken(broken, findPlace);
    if (onBrokenReference === undefined) throw new ContractError(message);
    onBrokenReference(message);
  }
  const locate = createLocator(entry, bundled, origins, findPlace);
  return await withPlace(locate, () => readContract(file, bundled, locate, sources));
}

function readEntry(entry: string, sources: Sources): Record<string, unknown> {
  const source = sources.get(entry);
  if (source === undefined || source instanceof ContractError) throw source;
  try {
    const collection = findCollection(source.value);
    return checkDocument(collection === undefined ? source.value : convertCollection(collection));
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    throw new ContractError(`${formatPlace({ source: entry })}: ${error.message}`, {
      cause: error,
    });
  }
}

function readContract(
  file: string,
  bundled: Record<string, unknown>,
  locate: Locate,
  sources: Sources,
): Contract {
  checkPaths(bundled);
  const document = upgradeDocument(bundled);
  const root = openDocument(document);
  return {
    file,
    files: [...sources.keys()].filter((name) => !isUrl(name)),
    document,
    locate,
    title: text(child(root, 'info') ?? root, 'title') ?? file,
    basePath: readBasePath(root),
    operations: readOperations(document, 'paths'),
    webhooks: readOperations(document, 'webhooks'),
  };
}

/** Adds the place in the source to an error, which only has a pointer into the bundle. */
async function withPlace<T>(locate: Locate, read: () => T): Promise<T> {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    const place = formatPlace(await locate(error.pointer ?? ''));
    throw new ContractError(`${place}: ${error.message}`, { cause: error });
  }
}

/** One line per reference, with the first place that has it. */
async function describeBroken(
  broken: readonly BrokenReference[],
  findPlace: FindPlace,
): Promise<string> {
  const groups = [...Map.groupBy(broken, ({ ref, reason }) => `${ref}: ${reason}`).values()];
  const lines = groups.map(async ([first, ...others]) => {
    if (first === undefined) return '';
    const place = formatPlace(await findPlace(first));
    const also = others.length === 0 ? '' : ` Also in ${others.length} more.`;
    return `${place}: cannot follow "${first.ref}": ${first.reason}. Correct the reference.${also}`;
  });
  return (await Promise.all(lines)).join('\n');
}
