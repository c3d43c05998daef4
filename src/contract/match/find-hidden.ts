import type { Contract, Operation } from '../model/contract.ts';
import { splitPathKey } from '../model/path-key.ts';
import { parseSegment } from './parse-segment.ts';
import { readConditions } from './sent-conditions.ts';

/** Operation that no request reaches. */
export interface HiddenOperation {
  readonly operation: Operation;
  /** Operation for the same requests, which is found in its place. */
  readonly by: Operation;
}

/** Finds operations with the method and path of an earlier one, whatever their parameters are called. */
export function findHidden({ operations }: Pick<Contract, 'operations'>): HiddenOperation[] {
  const groups = Map.groupBy(operations, describeRequests);
  return [...groups.values()].flatMap(([by, ...others]) =>
    by === undefined ? [] : others.map((operation) => ({ operation, by })),
  );
}

/** Text that operations share if they are for the same requests. */
function describeRequests(operation: Operation): string {
  const { required, preferred } = readConditions(operation);
  const shape = splitPathKey(operation.path).template.split('/').map(shapeOf);
  return JSON.stringify([operation.method, shape, sortPairs(required), sortPairs(preferred)]);
}

function sortPairs(conditions: readonly object[]): string[] {
  return conditions.map((condition) => JSON.stringify(condition)).sort();
}

/** Literal text of a segment, around its parameters. */
function shapeOf(segment: string): string | readonly string[] {
  const parsed = parseSegment(segment);
  if (parsed.kind === 'literal') return parsed.text;
  if (parsed.kind === 'any') return ['', ''];
  const { prefix, infixes, suffix } = parsed.pattern;
  return [prefix, ...infixes, suffix];
}
