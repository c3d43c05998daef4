import type { Contract, Operation, PathValues } from '../model/contract.ts';
import { secretsOf } from './contract-secrets.ts';
import { maskKnownPath, maskUnknownPath } from './mask-path.ts';
import { maskPair, maskQuery } from './mask-query.ts';
import { maskSecretShapes } from './secret-shape.ts';

/**
 * Raw request target (https://www.rfc-editor.org/rfc/rfc9112#section-3.2), and what is known about
 * it.
 */
export interface KnownTarget {
  readonly target: string;
  /** Contract of the API that the target belongs to. */
  readonly contract: Contract | undefined;
  readonly operation: Operation | undefined;
  /** Raw path segments by parameter name. */
  readonly pathValues: PathValues | undefined;
}

/** Masks secrets in a request target, declared by the contract or recognized by name or format. */
export function maskTarget({ target, contract, operation, pathValues = {} }: KnownTarget): string {
  const cut = target.indexOf('?');
  const path = cut === -1 ? target : target.slice(0, cut);
  const names = contract && secretsOf(contract).names;
  const masked =
    contract === undefined || operation === undefined
      ? maskUnknownPath(path, contract)
      : maskKnownPath(path, contract, operation, pathValues);
  const query = cut === -1 ? '' : `?${maskQuery(target.slice(cut + 1), names)}`;
  return maskSecretShapes(`${maskMatrix(masked, names)}${query}`);
}

/**
 * Masks secrets in a fragment and in path parameters such as `;jsessionid=1`,
 * https://www.rfc-editor.org/rfc/rfc3986#section-3.3.
 */
function maskMatrix(path: string, names: ReadonlySet<string> | undefined): string {
  if (!path.includes('=')) return path;
  const segments = path.split('/').map((segment) => maskPair(segment, names));
  return segments.join('/');
}
