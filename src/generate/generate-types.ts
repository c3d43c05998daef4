import openapiTypes, { astToString } from 'openapi-typescript';
import type { Contract } from '../contract/model/contract.ts';
import { prepareTypes } from './types/prepare-types.ts';

/** Types of schemas whose name is none, or that of a type which the file itself uses. */
const TAKEN = /^export type (Record|Omit|WithRequired|\d[\w$]*) = (?=components\[)/gm;

/**
 * Generates the TypeScript types of a contract: `paths`, `operations` and one per schema, without what
 * `listUntyped` lists.
 */
export async function generateTypes(contract: Contract): Promise<string> {
  const nodes = await openapiTypes(JSON.stringify(prepareTypes(contract.document)), {
    // A member with a default is optional in requests, and may be missing in responses.
    defaultNonNullable: false,
    // An object of which nothing is said may have any member.
    emptyObjectsUnknown: true,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    silent: true,
  });
  return astToString(nodes).replaceAll(TAKEN, 'export type Schema$1 = ');
}
