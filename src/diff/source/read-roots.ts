import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseSource } from '../../contract/load/parse-source.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { isUrl } from '../../contract/model/place.ts';

/**
 * Reads which files a registry of another time lists, by the names of their APIs; `undefined` where there was none. Nothing
 * else of it is checked, because settings come and go.
 */
export async function readRoots(registry: string): Promise<Map<string, string> | undefined> {
  const text = await readFile(registry, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { value } = parseSource(registry, text);
  const apis = isJsonObject(value) && isJsonObject(value.apis) ? value.apis : {};
  return new Map(
    Object.entries(apis).flatMap(([name, api]) => {
      const root = isJsonObject(api) ? api.root : undefined;
      if (typeof root !== 'string' || isUrl(root)) return [];
      return [[name, resolve(dirname(registry), root)] as const];
    }),
  );
}
