import type { Refusal } from '../authoring/refusal.ts';

/**
 * Whether a refusal is the fault of its request: not if the mock or a scenario refuses, and not if all that is wrong is that
 * something does not exist.
 */
export function blamesRequest(refusal: Refusal): boolean {
  switch (refusal.kind) {
    case 'internal':
      return false;
    case 'unknown-path':
      return refusal.missing === undefined;
    case 'unauthenticated':
      // A scenario refuses credentials that are there.
      return refusal.violations.length > 0;
    default:
      return true;
  }
}
