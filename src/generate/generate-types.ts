import openapiTypes, { astToString } from 'openapi-typescript';
import type { Contract } from '../contract/model/contract.ts';

/** Generates the TypeScript types of a contract: `paths`, `operations` and one per schema. */
export async function generateTypes(contract: Contract): Promise<string> {
  const nodes = await openapiTypes(JSON.stringify(contract.document), {
    // A member with a default is optional in requests, and may be missing in responses.
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    silent: true,
  });
  return astToString(nodes);
}
