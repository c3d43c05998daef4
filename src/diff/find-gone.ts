import type { Contract } from '../contract/model/contract.ts';
import { listMethods } from '../generate/list-methods.ts';
import type { ApiDiff } from './api-diff.ts';

/** An API that the project no longer lists: every operation is gone. */
export function findGone(api: string, base: string, before: Contract): ApiDiff {
  const methods = new Map(listMethods(before).map(({ name, operation }) => [operation, name]));
  const operations = before.operations.map((operation) => {
    const { id, method, path } = operation;
    const clientMethod = methods.get(operation);
    return { id, method, path, ...(clientMethod !== undefined && { clientMethod }) };
  });
  return {
    api,
    base,
    changes: [
      {
        rule: 'api-removed',
        place: 'API',
        what: 'is no longer listed',
        consumer: 'breaking',
        provider: 'safe',
        before: undefined,
        after: undefined,
        flows: [],
        operations,
        types: [],
        location: undefined,
        former: undefined,
      },
    ],
  };
}
