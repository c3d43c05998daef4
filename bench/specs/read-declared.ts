import { readFile } from 'node:fs/promises';
import { load } from 'js-yaml';
import { isJsonObject } from '../../src/contract/model/json-cursor.ts';

/** What a document says of itself, read without the code under test. */
export interface Declared {
  /** Such as `2.0` or `3.0.1`. */
  readonly version: string;
  /** Number of operations in the file itself. */
  readonly operations: number;
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Reads the version of a JSON or YAML document, and counts its operations. */
export async function readDeclared(file: string): Promise<Declared> {
  const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  const document: unknown = file.endsWith('.json') ? JSON.parse(text) : load(text);
  if (!isJsonObject(document)) return { version: '-', operations: 0 };
  const paths = isJsonObject(document.paths) ? document.paths : {};
  const members = Object.values(paths).flatMap((item) => Object.keys(Object(item)));
  return {
    version: String(document.openapi ?? document.swagger),
    operations: members.filter((member) => METHODS.includes(member)).length,
  };
}
