import openapiTypes, { astToString } from 'openapi-typescript';
import type { Contract } from '../contract/model/contract.ts';

/** TypeScript types of a contract: `paths` and `operations` for clients, and one named type per schema. */
export async function generateTypes(contract: Contract): Promise<string> {
  const nodes = await openapiTypes(JSON.stringify(contract.document), {
    // A member with a default is optional in a request, and not promised by a response.
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    silent: true,
  });
  return astToString(nodes);
}
