import { resolve } from 'node:path';
import type { Contract } from '../model/contract.ts';
import { ContractError } from '../model/contract-error.ts';
import { child, openDocument, text } from '../model/json-cursor.ts';
import { formatPlace, isUrl, type Locate } from '../model/place.ts';
import { type BrokenReference, bundleSources } from './bundle-sources.ts';
import { checkDocument, checkFrame } from './check-document.ts';
import { loadSources, type Sources } from './load-sources.ts';
import { createLocator, createPlaceFinder, type FindPlace } from './locate.ts';
import { readBasePath } from './read-base-path.ts';
import { readOperations } from './read-operations.ts';
import { upgradeDocument } from './upgrade-document.ts';

export interface LoadOptions {
  /** Whether files are fetched over http(s); a remote one is an error by default. */
  readonly allowRemote?: boolean | undefined;
  /** Takes what is wrong with references that lead nowhere; without it, they are errors. */
  readonly onBrokenReference?: ((message: string) => void) | undefined;
}

/**
 * Loads an OpenAPI document with all files that it refers to (YAML or JSON).
 *
 * OpenAPI 3.0 and Swagger 2.0 are upgraded, so that the contract is always OpenAPI 3.1. Throws ContractError
 * when a file cannot be read or parsed, when a reference leads nowhere, or for a document of another kind.
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
  return await placing(locate, () => readContract(file, bundled, locate, sources));
}

function readEntry(entry: string, sources: Sources): Record<string, unknown> {
  const source = sources.get(entry);
  if (source === undefined || source instanceof ContractError) throw source;
  try {
    return checkDocument(source.value);
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
  checkFrame(bundled);
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

/** Names the place in what goes wrong with a bundle, whose readers know pointers alone. */
async function placing<T>(locate: Locate, read: () => T): Promise<T> {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    const place = formatPlace(await locate(error.pointer ?? ''));
    throw new ContractError(`${place}: ${error.message}`, { cause: error });
  }
}

/** A line for each reference, with the first place where it stands. */
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
