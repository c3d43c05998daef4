import { createRequestMaker, type ValidRequest } from '../../../src/cases/make-request.ts';
import type { SchemaOracle } from '../../../src/cases/schema-oracle.ts';
import type { Contract } from '../../../src/contract/model/contract.ts';

/** Makes a valid request for every operation of an own contract, by the pointers of the operations. */
export function makeRequests(
  contract: Contract,
  oracle: SchemaOracle,
): ReadonlyMap<string, ValidRequest> {
  const make = createRequestMaker(contract, oracle);
  return new Map(
    contract.operations.map((operation) => {
      const made = make(operation);
      if (typeof made === 'string') throw new Error(`${operation.id}: ${made}.`);
      return [operation.pointer, made];
    }),
  );
}
