import {
  type BaseResolver,
  type Document,
  detectSpec,
  ResolveError,
  YamlParseError,
} from '@redocly/openapi-core';
import { findCollection } from '../contract/load/postman/convert-collection.ts';
import { readBytes } from '../contract/load/read-source.ts';
import { ContractError } from '../contract/model/contract-error.ts';
import { isJsonObject } from '../contract/model/json-cursor.ts';
import { formatPlace, isUrl } from '../contract/model/place.ts';
import type { ContractRoot } from './contract-root.ts';

const EXPECTED = 'expected OpenAPI 3, Swagger 2.0, AsyncAPI, Arazzo or another document with rules';
const VERSIONS = ['openapi', 'swagger', 'asyncapi', 'arazzo', 'overlay', 'openrpc'];

/**
 * Opens an entry file to lint; `undefined` for one that cannot be parsed.
 *
 * Throws ContractError for a file that cannot be read, and for one that there are no rules for.
 */
export async function openRoot(
  { file }: ContractRoot,
  resolver: BaseResolver,
  allowRemote: boolean,
): Promise<Document | undefined> {
  // Its errors say more than those of the resolver.
  if (!isUrl(file) || !allowRemote) await readBytes(file, allowRemote);
  const document = await load(file, resolver);
  if (document === undefined) return undefined;
  const place = formatPlace({ source: file });
  if (findCollection(document.parsed) !== undefined) {
    throw new ContractError(
      `${place}: ${EXPECTED}, found a Postman collection. It can be served and tested, but not linted.`,
    );
  }
  try {
    detectSpec(document.parsed);
    return document;
  } catch (cause) {
    const found = describe(document.parsed);
    throw new ContractError(`${place}: ${EXPECTED}, found ${found}.`, { cause });
  }
}

async function load(file: string, resolver: BaseResolver): Promise<Document | undefined> {
  try {
    const document = await resolver.resolveDocument(null, file, true);
    if (document instanceof Error) throw document;
    return document;
  } catch (error) {
    if (error instanceof YamlParseError) return undefined;
    if (error instanceof ResolveError) throw new ContractError(error.message, { cause: error });
    throw error;
  }
}

function describe(value: unknown): string {
  if (value === undefined || value === null) return 'an empty file';
  if (!isJsonObject(value)) return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
  const member = VERSIONS.find((name) => Object.hasOwn(value, name));
  if (member !== undefined) return `"${member}: ${value[member]}"`;
  return `none of ${VERSIONS.map((name) => `"${name}"`).join(', ')} in it`;
}
