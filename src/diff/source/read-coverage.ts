import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { OperationUse } from '../change.ts';
import { DiffError } from './diff-error.ts';

/** What the tests of consumers met, by API and operation, as in `petstore listPets`. */
export type Uses = ReadonlyMap<string, readonly OperationUse[]>;

/**
 * Reads files of coverage, or folders of them, which the mocks of tests wrote: `{version: 1, operations: [{api, operation,
 * statuses}]}`, the form that `share-contracts coverage` adds up.
 *
 * Throws DiffError for a place where nothing is, and for another file.
 */
export function readUses(places: readonly string[]): Uses {
  const uses = new Map<string, OperationUse[]>();
  for (const file of places.flatMap(listFiles)) {
    for (const { key, ...use } of readFileUses(file)) {
      const list = uses.get(key);
      if (list === undefined) uses.set(key, [use]);
      else list.push(use);
    }
  }
  return uses;
}

function listFiles(place: string): string[] {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined) {
    throw new DiffError(`${place}: expected a file or folder of coverage, found nothing.`);
  }
  if (!found.isDirectory()) return [place];
  const names = readdirSync(place).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => join(place, name));
}

function readFileUses(file: string): (OperationUse & { readonly key: string })[] {
  const content = parse(file);
  if (!isJsonObject(content) || content.version !== 1 || !Array.isArray(content.operations)) {
    throw refuse(file, 'another one');
  }
  return content.operations.flatMap((operation, index) => {
    if (!isJsonObject(operation) || !isJsonObject(operation.statuses)) {
      throw refuse(file, `another one at #/operations/${index}`);
    }
    // A declared class such as `4XX` counts an answer once more.
    const met = Object.entries(operation.statuses).filter(
      ([status, count]) => /^\d{3}$/.test(status) && Number(count) > 0,
    );
    const calls = met.reduce((sum, [, count]) => sum + Number(count), 0);
    const statuses = met.map(([status]) => status);
    const key = `${operation.api} ${operation.operation}`;
    return calls === 0 ? [] : [{ key, file: basename(file), calls, statuses }];
  });
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw refuse(file, cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function refuse(file: string, found: string, options?: ErrorOptions): DiffError {
  return new DiffError(`${file}: expected a file of coverage, found ${found}.`, options);
}
