import type { Contract, SchemaPlace } from '../contract/model/contract.ts';
import { type Direction, hiddenKeyword } from '../contract/model/direction.ts';
import { findSchemas } from '../contract/model/find-schemas.ts';
import { createSchemaResolver } from '../contract/model/resolve-schema.ts';
import { toPlain, toPlainObject } from '../contract/model/to-plain.ts';
import { type CheckPlain, createPlainCheck } from './create-plain-check.ts';

/** Says which rules a value breaks; of a schema that cannot be compiled, none. */
export type SchemaOracle = (place: SchemaPlace, value: unknown, direction: Direction) => string[];

/**
 * Creates a validator of its own, independent of the one inside the mock server: a plain ajv.
 *
 * It reads `discriminator` as an annotation, and lets several branches beside one hold, so that it accepts a little more.
 */
export function createSchemaOracle({ document }: Pick<Contract, 'document'>): SchemaOracle {
  const plain = withOpenBranches(toPlainObject(document));
  const resolve = createSchemaResolver(plain);
  const checks = new Map<Direction, CheckPlain>();
  return (place, value, direction) => {
    const check =
      checks.get(direction) ?? createPlainCheck(plain, hiddenKeyword(direction), resolve);
    checks.set(direction, check);
    try {
      return check(place, toPlain(value));
    } catch {
      // Such as one with an invalid pattern, which is reported as what cannot be enforced.
      return [];
    }
  };
}

/** Without the discriminator, the branches that it tells apart may be alike. */
function withOpenBranches(document: Contract['document']): Contract['document'] {
  const isTold = ({ discriminator, oneOf }: Readonly<Record<string, unknown>>) =>
    discriminator !== undefined && oneOf !== undefined;
  if (!findSchemas(document).some(isTold)) return document;
  const copy = structuredClone(document);
  for (const schema of findSchemas(copy).filter(isTold)) {
    const { oneOf } = schema;
    delete schema.oneOf;
    schema.allOf = [...[schema.allOf ?? []].flat(), { anyOf: oneOf }];
  }
  return copy;
}
