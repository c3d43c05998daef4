import type { Contract, Operation } from '../../src/contract/model/contract.ts';

/** Collection as its paths alone tell it: something is posted at one path, and got one segment deeper. */
export interface Cycle {
  readonly path: string;
  /** Name of the variable of the last segment. */
  readonly variable: string;
  readonly create: Operation;
  readonly show: Operation;
  readonly list: Operation | undefined;
  readonly change: Operation | undefined;
  readonly remove: Operation | undefined;
}

const ITEM = /^(.+)\/\{([^{}/]+)\}(?:\.json)?\/?$/;

/** Finds the collections of a contract by the shape of its paths, whatever a recogniser thinks of them. */
export function findCycles({ operations }: Contract): Cycle[] {
  const byPlace = new Map(
    operations.map((operation) => [`${operation.method} ${shapeOf(operation.path)}`, operation]),
  );
  return operations.flatMap((show) => {
    const [, path, variable] = ITEM.exec(show.path) ?? [];
    if (show.method !== 'get' || path === undefined || variable === undefined) return [];
    const [outer, item] = [shapeOf(path), shapeOf(show.path)];
    const create = byPlace.get(`post ${outer}`);
    if (create === undefined) return [];
    const find = (method: string, shape: string) => byPlace.get(`${method} ${shape}`);
    const change = find('patch', item) ?? find('put', item) ?? find('post', item);
    const list = find('get', outer);
    return [{ path, variable, create, show, list, change, remove: find('delete', item) }];
  });
}

function shapeOf(path: string): string {
  return path
    .replace(/\/$/, '')
    .replace(/\.json$/, '')
    .replaceAll(/\{[^{}]*\}/g, '{}');
}
