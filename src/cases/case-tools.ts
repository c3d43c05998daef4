import type { Contract, Operation } from '../contract/model/contract.ts';
import type { Direction } from '../contract/model/direction.ts';
import { createSchemaResolver, type ResolveSchema } from '../contract/model/resolve-schema.ts';
import { type ContractChecks, createContractChecks } from '../contract/validate/contract-checks.ts';
import { createMessageValidators } from '../contract/validate/schema-validator.ts';
import type { CaseTools } from './breaks/schema-case.ts';
import { type CheckCase, createCaseCheck } from './check-case.ts';
import { createRequestMaker, type MakeRequest } from './make-request.ts';
import { createSchemaOracle, type SchemaOracle } from './schema-oracle.ts';
import { createValueMaker, type FindValue } from './value-maker.ts';

/** What the cases of a contract are made by. */
export interface PlanTools {
  readonly contract: Contract;
  readonly checks: ContractChecks;
  readonly oracle: SchemaOracle;
  readonly resolve: ResolveSchema;
  readonly find: FindValue;
  /** The same for values of answers. */
  readonly findAnswer: FindValue;
  readonly makeRequest: MakeRequest;
  readonly check: CheckCase;
  /** What the cases of a schema are made by. */
  readonly schemaTools: (direction: Direction) => CaseTools;
}

/** Schemas that cannot be compiled take anything: of somebody else's contract, the rest is asked for all the same. */
const LENIENT = { unknown: 'ignore', hiddenInRequests: 'warn', onUncompilable: () => {} } as const;

/** Creates the tools of a contract; schemas are compiled when they are needed. */
export function createPlanTools(contract: Contract): PlanTools {
  const oracle = createSchemaOracle(contract);
  const resolve = createSchemaResolver(contract.document);
  const checks = createContractChecks(contract, LENIENT);
  const validators = createMessageValidators(contract, LENIENT);
  const finders = {
    request: createValueMaker(contract, oracle, 'request'),
    response: createValueMaker(contract, oracle, 'response'),
  };
  return {
    contract,
    checks,
    oracle,
    resolve,
    find: finders.request,
    findAnswer: finders.response,
    makeRequest: createRequestMaker(contract, oracle),
    check: createCaseCheck(contract, checks),
    schemaTools: (direction) => ({
      document: contract.document,
      direction,
      resolve,
      oracle,
      check: (place, value) => validators[direction](place, value, 'body'),
      find: finders[direction],
    }),
  };
}

/** Whether an operation changes nothing, https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1. */
export function isSafe({ method }: Pick<Operation, 'method'>): boolean {
  return ['get', 'head', 'options', 'trace', 'query'].includes(method);
}
