import type { Contract, Operation, PathValues } from '../model/contract.ts';
import { secretsOf } from './contract-secrets.ts';
import { maskKnownPath, maskUnknownPath } from './mask-path.ts';
import { maskPair, maskQuery } from './mask-query.ts';
import { maskSecretShapes } from './secret-shape.ts';

/** Request target (RFC 9112 section 3.2) as sent, and what is known of it. */
export interface KnownTarget {
  readonly target: string;
  /** Contract of the API that the target belongs to. */
  readonly contract: Contract | undefined;
  readonly operation: Operation | undefined;
  /** Raw path segments by parameter name. */
  readonly pathValues: PathValues | undefined;
}

/** Masks the secrets of a request target: those that the contract declares, and those that name or looks give away. */
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

/** Masks secrets among path parameters such as `;jsessionid=1` (RFC 3986 section 3.3) and in a fragment. */
function maskMatrix(path: string, names: ReadonlySet<string> | undefined): string {
  if (!path.includes('=')) return path;
  const segments = path.split('/').map((segment) => maskPair(segment, names));
  return segments.join('/');
}
