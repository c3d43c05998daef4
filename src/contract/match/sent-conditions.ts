import type { Operation } from '../model/contract.ts';
import type { HeaderReader } from '../model/header-reader.ts';
import { splitPathKey } from '../model/path-key.ts';

/** Parts of a request besides its path that a path key can ask for. */
export interface Sent {
  readonly query: URLSearchParams;
  readonly headers: HeaderReader;
}

/** Parameter that a request must have, with a value if one is given. */
export interface Condition {
  readonly in: 'query' | 'header';
  readonly name: string;
  readonly value: string | undefined;
}

/** What the key of an operation says besides its path. */
export interface Conditions {
  /** Pairs of its query, without which a request is for another operation. */
  readonly required: readonly Condition[];
  /** Pairs of its fragment: a request with them is for this operation rather than for another one. */
  readonly preferred: readonly Condition[];
}

/**
 * Reads the query and the fragment of an operation's path key.
 *
 * No request has a fragment. But where one names parameters that the operation declares, as in AWS's
 * `/#Action=CreateUser`, these tell its requests from those of the others.
 */
export function readConditions({ path, parameters }: Operation): Conditions {
  const { query, fragment } = splitPathKey(path);
  return {
    required: readPairs(query).map((pair) => ({ in: 'query', ...pair })),
    preferred: readPairs(fragment).flatMap((pair) => {
      const declared = parameters.find(
        ({ name }) => name.toLowerCase() === pair.name.toLowerCase(),
      );
      const place = declared?.in;
      return place === 'query' || place === 'header' ? [{ in: place, ...pair }] : [];
    }),
  };
}

/** Whether a request has what a condition asks for; one value of several is enough. */
export function holds({ in: place, name, value }: Condition, { query, headers }: Sent): boolean {
  if (place === 'query') return query.has(name, value);
  const found = headers.get(name);
  return found !== null && (value === undefined || found === value);
}

/** Pairs of a query; a name alone, and a value that is a parameter itself, fit any value. */
function readPairs(text: string): { readonly name: string; readonly value: string | undefined }[] {
  return text.split('&').flatMap((part) => {
    const [[name, value] = []] = new URLSearchParams(part);
    if (name === undefined || name === '') return [];
    const isOpen = !part.includes('=') || /^\{[^{}]*\}$/.test(value ?? '');
    return [{ name, value: isOpen ? undefined : value }];
  });
}
