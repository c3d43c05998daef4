import { bundle, createConfig } from '@redocly/openapi-core';
import { parseSource } from '../contract/load/parse-source.ts';
import { readSource } from '../contract/load/read-source.ts';
import { isJsonObject } from '../contract/model/json-cursor.ts';

/** Text of a contract that is to be a file of the project, and the extension of that file. */
export interface CopiedContract {
  readonly text: string;
  readonly extension: '.yaml' | '.json';
}

/** Reads a contract, from a file or by a URL, as one text: as it is written or, where it has several files, all of them in one. */
export async function copyContract(source: string): Promise<CopiedContract> {
  const text = await readSource(source, true);
  const { value, format } = parseSource(source, text);
  if (!refersElsewhere(value)) return { text, extension: format === 'json' ? '.json' : '.yaml' };
  const config = await createConfig({});
  const { bundle: bundled } = await bundle({ ref: source, config });
  return { text: `${JSON.stringify(bundled.parsed, null, 2)}\n`, extension: '.json' };
}

/** Whether a document has a reference that leads out of it. */
function refersElsewhere(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(refersElsewhere);
  if (!isJsonObject(value)) return false;
  const { $ref } = value;
  if (typeof $ref === 'string' && !$ref.startsWith('#')) return true;
  return Object.values(value).some(refersElsewhere);
}
