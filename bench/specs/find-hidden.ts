import type { Operation, Parameter } from '../../src/contract/model/contract.ts';
import { essence } from '../../src/contract/model/media-type.ts';

/**
 * Finds operations that no request is for: an earlier one takes the same requests.
 *
 * They have the same method and the same path but for the names in braces and a fragment, ask for the same query, headers
 * and cookies, and take no body in another media type:
 * https://spec.openapis.org/oas/v3.1.1#path-templating-matching.
 */
export function findHidden(operations: readonly Operation[]): ReadonlySet<Operation> {
  const groups = Map.groupBy(operations, describeRequests);
  return new Set(
    [...groups.values()].flatMap((group) =>
      group.filter((operation, index) =>
        group.slice(0, index).some((earlier) => takesBodies(earlier, operation)),
      ),
    ),
  );
}

function describeRequests({ method, path, parameters }: Operation): string {
  const shape = path.replace(/#.*/s, '').replaceAll(/\{[^}]*\}/g, '{}');
  const needed = parameters
    .filter(({ in: place, required }) => required && place !== 'path')
    .map(describeParameter)
    .toSorted();
  return JSON.stringify([method, shape, needed]);
}

/** A value that is fixed tells operations apart, such as `Action=CreateUser`. */
function describeParameter({ in: place, name, schema: { schema } }: Parameter): string {
  const { enum: choice, const: only } = typeof schema === 'boolean' ? {} : schema;
  return JSON.stringify([place, name, choice, only]);
}

function takesBodies(earlier: Operation, { body }: Operation): boolean {
  const taken = (earlier.body?.content ?? []).map(({ type }) => essence(type));
  return (body?.content ?? []).every(({ type }) => taken.includes(essence(type)));
}
