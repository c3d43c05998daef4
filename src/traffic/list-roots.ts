import type { Contract } from '../contract/model/contract.ts';

/**
 * Paths of a server below which those of a contract may be, likeliest first: `base` is the path of the URL that a user gives,
 * which may or may not end with the base path of the contract.
 */
export function listRoots(base: string, { basePath }: Contract): string[] {
  return [...new Set([base + basePath, base, basePath, ''])];
}
