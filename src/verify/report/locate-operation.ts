import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Contract } from '../../contract/model/contract.ts';
import { isUrl, type Place } from '../../contract/model/place.ts';
import type { FoundOperation } from '../model/finding.ts';

/** Finds where the contract of an API has an operation, or the contract as a whole; `undefined` if nothing is known of it. */
export type LocateOperation = (
  api: string,
  operation: FoundOperation | undefined,
) => Promise<Place | undefined>;

/** Creates a function that finds operations in contracts, which are given by the names of their APIs. */
export function createOperationLocator(
  contracts: ReadonlyMap<string, Pick<Contract, 'operations' | 'locate'>>,
): LocateOperation {
  return async (api, operation) => {
    const contract = contracts.get(api);
    const found = contract?.operations.find(({ id }) => id === operation?.id);
    return await contract?.locate(found?.pointer ?? '');
  };
}

/** Path of a place as reports give it, relative to the working directory and with `/`; `undefined` for what is outside of it. */
export function relativePath({ source }: Place): string | undefined {
  if (isUrl(source)) return undefined;
  const path = relative(process.cwd(), source);
  return path === '' || path.startsWith('..') ? undefined : path.split(sep).join('/');
}

/** URI reference of a place: https://www.rfc-editor.org/rfc/rfc3986#section-4.1. */
export function uriOf(place: Place): string {
  const path = relativePath(place);
  if (path !== undefined) return path.split('/').map(encodeURIComponent).join('/');
  return isUrl(place.source) ? encodeURI(place.source) : pathToFileURL(place.source).href;
}
