import { type CheckValue, correctValue } from '../../../src/contract/example/correct-value.ts';
import type { JsonSchema } from '../../../src/contract/model/json-schema.ts';
import { createContractChecks } from '../../../src/contract/validate/contract-checks.ts';
import { createBranchReader } from '../../../src/contract/validate/discriminator-branches.ts';
import { contractOf } from '../../support/test-contract.ts';

/** Corrects a value by a schema, which may refer to components named in `schemas`. */
export function correctBy(schema: JsonSchema, value?: unknown, schemas: object = {}): unknown {
  const content = { 'application/json': { schema } };
  const contract = contractOf({
    paths: { '/': { get: { operationId: 'a', responses: { 200: { description: '', content } } } } },
    components: { schemas },
  });
  const [operation] = contract.operations;
  if (operation === undefined) throw new Error('There is one operation.');
  const checks = createContractChecks(contract);
  const headers = { get: () => 'application/json' };
  const check: CheckValue = (body) =>
    checks.checkResponse(operation, { status: 200, headers, body });
  const { resolve, probe } = checks;
  const readBranches = createBranchReader(contract.document);
  return correctValue(schema, value, check, { resolve, probe, readBranches })?.value;
}
