import type { Location, OasRef, UserContext } from '@redocly/openapi-core';

/** Node of a contract, and where it is written. */
export interface Located<T> {
  readonly node: T;
  readonly location: Location;
}

/**
 * Follows a Reference Object; any other node is its own target:
 * https://spec.openapis.org/oas/v3.1.1#reference-object.
 *
 * Returns undefined for an empty file, and for a broken reference, which Redocly's rule
 * no-unresolved-refs reports.
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
