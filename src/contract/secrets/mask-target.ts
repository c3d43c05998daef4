import type { Contract, Operation, PathValues } from '../model/contract.ts';
import { secretTestOf } from './contract-secrets.ts';
import { maskKnownPath, maskUnknownPath } from './mask-path.ts';
import { maskPair, maskQuery } from './mask-query.ts';
import type { IsSecret } from './secret-name.ts';
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
  const isSecret = secretTestOf(contract);
  const masked =
    contract === undefined || operation === undefined
      ? maskUnknownPath(path, contract)
      : maskKnownPath(path, contract, operation, pathValues);
  const query = cut === -1 ? '' : `?${maskQuery(target.slice(cut + 1), isSecret)}`;
  return maskSecretShapes(`${maskMatrix(masked, isSecret)}${query}`);
}

/**
 * Masks secrets in a fragment and in path parameters such as `;jsessionid=1`,
 * https://www.rfc-editor.org/rfc/rfc3986#section-3.3.
 */
function maskMatrix(path: string, isSecret: IsSecret): string {
  if (!path.includes('=')) return path;
  const segments = path.split('/').map((segment) => maskPair(segment, isSecret));
  return segments.join('/');
}
