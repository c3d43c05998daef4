import type { Location, OasRef, UserContext } from '@redocly/openapi-core';

/** Node of a contract and the place where it is written. */
export interface Located<T> {
  readonly node: T;
  readonly location: Location;
}

/**
 * Follows a Reference Object to the node it stands for; any other node is its own target.
 * Returns undefined for a broken reference, which Redocly's rule no-unresolved-refs reports, and for an
 * empty file.
 */
export function followReference<T extends object>(
  node: T | OasRef,
  location: Location,
  ctx: UserContext,
): Located<T> | undefined {
  if (!isReference(node)) return { node, location };
  const target = ctx.resolve<T>(node, location.source.absoluteRef);
  return target.node && target.location ? target : undefined;
}

function isReference(node: object): node is OasRef {
  return '$ref' in node;
}
