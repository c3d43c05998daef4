import openapiTypes, { astToString } from 'openapi-typescript';
import { downgradeDocument } from '../contract/load/downgrade-document.ts';
import type { Contract } from '../contract/model/contract.ts';

/**
 * Generates the TypeScript types of a contract: `paths`, `operations` and one per schema, without what
 * `listUntyped` lists.
 */
export async function generateTypes(contract: Contract): Promise<string> {
  const nodes = await openapiTypes(JSON.stringify(downgradeDocument(contract.document)), {
    // A member with a default is optional in requests, and may be missing in responses.
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    silent: true,
  });
  return astToString(nodes);
}
