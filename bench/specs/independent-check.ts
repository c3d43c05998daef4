import { createPlainCheck } from '../../src/cases/create-plain-check.ts';
import type { SchemaPlace } from '../../src/contract/model/contract.ts';
import { type Direction, hiddenKeyword } from '../../src/contract/model/direction.ts';
import type { ResolveSchema } from '../../src/contract/model/resolve-schema.ts';

/** Reasons why a value breaks its schema; empty if it is valid, or if nobody can say what an answer should be. */
export type CheckValue = (place: SchemaPlace, value: unknown, direction: Direction) => string[];

/**
 * Creates a check by a plain ajv, which shares no rule with the server under test.
 *
 * It reads `discriminator` as an annotation, so that it accepts a little more.
 */
export function createIndependentCheck(document: object, resolve: ResolveSchema): CheckValue {
  const checks = {
    request: createPlainCheck(document, hiddenKeyword('request'), resolve),
    response: createPlainCheck(document, hiddenKeyword('response'), resolve),
  };
  return (place, value, direction) => {
    try {
      return checks[direction](place, value);
    } catch (error) {
      // Such as one with an invalid pattern: a request may be wrong, an answer is not to blame.
      return direction === 'request' ? [`${place.pointer} cannot be compiled: ${error}`] : [];
    }
  };
}
