import { resolve } from 'node:path';
import type { Contract } from '../model/contract.ts';
import { ContractError } from '../model/contract-error.ts';
import { child, openDocument, text } from '../model/json-cursor.ts';
import { formatPlace, isUrl, type Locate } from '../model/place.ts';
import { type BrokenReference, bundleSources } from './bundle-sources.ts';
import { checkDocument, checkPaths } from './check-document.ts';
import { describeFlaws, type PlacedFlaw } from './describe-flaws.ts';
import { findSlips } from './find-slips.ts';
import { loadSources, type Sources } from './load-sources.ts';
import { createLocator, createPlaceFinder, type FindPlace } from './locate.ts';
import { lowerItemSchemas } from './lower-item-schemas.ts';
import { convertCollection, findCollection } from './postman/convert-collection.ts';
import { readBasePath } from './read-base-path.ts';
import { readOperations } from './read-operations.ts';
import { roundLimits } from './round-limits.ts';
import { createTolerance, type Slip, STRICT, type Tolerance } from './tolerance.ts';
import { upgradeDocument } from './upgrade-document.ts';

export interface LoadOptions {
  /** Whether to fetch files over http(s); otherwise a remote file is an error. */
  readonly allowRemote?: boolean | undefined;
  /** Called with a message about the parts that cannot be used, which otherwise throw. */
  readonly onFlaws?: ((message: string) => void) | undefined;
}

/**
 * Loads an OpenAPI document (YAML or JSON) and all files that it refers to, or a Postman collection.
 *
 * Upgrades Swagger 2.0 and OpenAPI 3.0, so that the contract is always OpenAPI 3.1. Throws
 * ContractError if a file cannot be read or parsed, or the document is of another kind; and for a
 * part that cannot be used, such as a broken reference, unless `onFlaws` is told of it.
 */
export async function loadContract(
  file: string,
  { allowRemote = false, onFlaws }: LoadOptions = {},
): Promise<Contract> {
  const entry = isUrl(file) ? file : resolve(file);
  const sources = await loadSources(entry, allowRemote);
  const tolerant = createTolerance();
  const tolerance = onFlaws === undefined ? STRICT : tolerant;
  const bundled = readEntry(entry, sources, tolerance);
  const { origins, broken } = bundleSources(entry, bundled, sources);
  const findPlace = createPlaceFinder(sources);
  const references = broken.map((reference) => placeReference(reference, findPlace));
  if (onFlaws === undefined && broken.some(({ isData }) => !isData)) {
    throw new ContractError(await describeFlaws(references, Number.POSITIVE_INFINITY));
  }
  const locate = createLocator(entry, bundled, origins, findPlace);
  const contract = await withPlace(locate, () =>
    readContract(file, bundled, locate, sources, tolerance),
  );
  if (onFlaws === undefined) return contract;
  const slips = [...tolerant.slips, ...findSlips(contract)].map((slip) => placeSlip(slip, locate));
  const flaws = [...references, ...slips];
  if (flaws.length > 0) onFlaws(await describeFlaws(flaws));
  return contract;
}

function placeReference(
  { ref, reason, isData, ...at }: BrokenReference,
  findPlace: FindPlace,
): PlacedFlaw {
  const remedy = isData
    ? 'Correct it, or ignore this if it is meant as data.'
    : 'Correct the reference.';
  return { text: `cannot follow "${ref}": ${reason}. ${remedy}`, findPlace: () => findPlace(at) };
}

function placeSlip({ pointer, problem, remedy }: Slip, locate: Locate): PlacedFlaw {
  return { text: `${problem} ${remedy}`, findPlace: () => locate(pointer) };
}

function readEntry(entry: string, sources: Sources, tolerance: Tolerance): Record<string, unknown> {
  const source = sources.get(entry);
  if (source === undefined || source instanceof ContractError) throw source;
  try {
    const collection = findCollection(source.value);
    const document = collection === undefined ? source.value : convertCollection(collection);
    return checkDocument(document, tolerance);
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
  tolerance: Tolerance,
): Contract {
  checkPaths(bundled, tolerance);
  const document = upgradeDocument(bundled, tolerance);
  if (mayHold(sources, /\d[\d.]{15}/)) roundLimits(document);
  if (mayHold(sources, /itemSchema/)) lowerItemSchemas(document);
  const root = openDocument(document);
  return {
    file,
    files: [...sources.keys()].filter((name) => !isUrl(name)),
    document,
    locate,
    title: text(child(root, 'info') ?? root, 'title') ?? file,
    basePath: tolerance.attempt(
      () => readBasePath(root),
      () => '',
    ),
    operations: readOperations(document, 'paths', tolerance),
    webhooks: readOperations(document, 'webhooks', tolerance),
  };
}

/** Whether a text may hold something rare, so that most documents are not searched for it. */
function mayHold(sources: Sources, pattern: RegExp): boolean {
  return sources.values().some((source) => 'text' in source && pattern.test(source.text));
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
