import { readOperations } from '../../src/contract/load/read-operations.ts';
import type { Contract, Operation } from '../../src/contract/model/contract.ts';

/** Contract of a document that stands in the test itself: `paths`, and whatever else it needs. */
export function contractOf(document: object): Contract {
  const whole = { openapi: '3.1.0', info: { title: 'Test', version: '1' }, ...document };
  return {
    file: 'test.yaml',
    files: ['test.yaml'],
    document: whole,
    locate: async (pointer) => ({ source: 'test.yaml', pointer }),
    title: 'Test',
    basePath: '',
    operations: readOperations(whole, 'paths'),
    webhooks: readOperations(whole, 'webhooks'),
  };
}

/** Contract with one operation at `/things/{id}`. */
export function contractWith(
  operation: object,
  components: object = {},
  method = 'get',
): { readonly contract: Contract; readonly operation: Operation } {
  const contract = contractOf({ paths: { '/things/{id}': { [method]: operation } }, components });
  return { contract, operation: firstOf(contract.operations) };
}

export function firstOf<T>(items: readonly T[]): T {
  const [first] = items;
  if (first === undefined) throw new Error('There is nothing in the list.');
  return first;
}
