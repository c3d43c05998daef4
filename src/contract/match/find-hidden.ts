import type { Contract, Operation } from '../model/contract.ts';
import { findMedia } from '../model/media-type.ts';
import { splitPathKey } from '../model/path-key.ts';
import { decodeValid } from '../model/percent-encoding.ts';
import { readConditions } from './sent-conditions.ts';

/** Parameter in a path template, with the sign of one that spans several segments. */
const VARIABLE = /\{([+*]?)[^{}]*?([+*]?)\}/g;

/** Operation that no request reaches. */
export interface HiddenOperation {
  readonly operation: Operation;
  /** Operation for the same requests, which is found in its place. */
  readonly by: Operation;
}

/** Finds operations for the requests of an earlier one: with its method, path and media types, whatever the names. */
export function findHidden({ operations }: Pick<Contract, 'operations'>): HiddenOperation[] {
  const groups = Map.groupBy(operations, describeRequests);
  return [...groups.values()].flatMap(([by, ...others]) =>
    by === undefined
      ? []
      : others.filter(hasNoMediaBut(by)).map((operation) => ({ operation, by })),
  );
}

function hasNoMediaBut({ body: own }: Operation): (other: Operation) => boolean {
  const content = own?.content ?? [];
  return ({ body }) =>
    (body?.content ?? []).every(({ type }) => findMedia(content, type) !== undefined);
}

/** Text that operations share if they are for the same requests. */
function describeRequests(operation: Operation): string {
  const { required, preferred } = readConditions(operation);
  const shape = splitPathKey(operation.path).template.replaceAll(VARIABLE, '{$1$2}');
  const conditions = [...required, ...preferred].map((condition) => JSON.stringify(condition));
  return [operation.method, decodeValid(shape), ...conditions.sort()].join(' ');
}
