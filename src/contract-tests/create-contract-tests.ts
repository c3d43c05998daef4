import { createPlanTools } from '../cases/case-tools.ts';
import type { ValidRequest } from '../cases/make-request.ts';
import type { Defect } from '../contract/defects/defect.ts';
import { describeFormats } from '../contract/defects/describe-formats.ts';
import { findOperationDefects } from '../contract/defects/find-operation-defects.ts';
import { findSchemaDefects } from '../contract/defects/find-schema-defects.ts';
import { formatDefects } from '../contract/defects/format-defects.ts';
import { findHidden } from '../contract/match/find-hidden.ts';
import type { Contract, Operation } from '../contract/model/contract.ts';
import { createMock, type MockApi } from '../mock/create-mock.ts';
import { listAnswerCases } from './answer-cases.ts';
import { createAnswerTests } from './answer-tests.ts';
import type { ApiTests, Exclusion } from './contract-test.ts';
import { createExampleTests } from './example-tests.ts';
import { createRefusalTests } from './refusal-tests.ts';
import { createSend } from './send-request.ts';
import type { TestTools } from './test-tools.ts';

/** Lines about what cannot be enforced. */
const MAX_LINES = 20;

/**
 * Makes the tests of an API: each example against its schema, each documented answer from the mock, and each kind of request
 * that the contract forbids.
 *
 * The mock runs in this process, without a port. What no test can be made for is listed with its reason.
 */
export async function createContractTests(api: MockApi): Promise<ApiTests> {
  const { contract, name, mount } = api;
  const planTools = createPlanTools(contract);
  const schemaDefects = findSchemaDefects(contract.document);
  const mock = createMock({ apis: [api], namedSandboxes: false, logError: () => {} });
  const tools: TestTools = {
    api: name,
    oracle: planTools.oracle,
    checks: planTools.checks,
    send: createSend(mount, mock.fetch),
    base: `http://127.0.0.1:4010${mount}`,
    readsAnyType: api.readBody !== undefined,
  };
  const { requests, left } = makeRequests(contract, planTools.makeRequest);
  const reached = contract.operations.filter(({ pointer }) => requests.has(pointer));
  return {
    api: name,
    tests: [
      ...createExampleTests(contract, schemaDefects),
      ...createAnswerTests(contract, requests, tools),
      ...(await createRefusalTests(reached, planTools, tools)),
    ],
    exclusions: [
      ...left,
      ...listUnaskable(contract, requests),
      ...(await describeDefects(contract, schemaDefects)),
    ],
  };
}

interface Requests {
  readonly requests: ReadonlyMap<string, ValidRequest>;
  readonly left: readonly Exclusion[];
}

/** Makes a valid request for each operation that can be reached. */
function makeRequests(
  contract: Contract,
  make: (operation: Operation) => ValidRequest | string,
): Requests {
  const hidden = new Map(findHidden(contract).map(({ operation, by }) => [operation, by]));
  const requests = new Map<string, ValidRequest>();
  const left: Exclusion[] = [];
  for (const operation of contract.operations) {
    const by = hidden.get(operation);
    const made =
      operation.flaw?.problem ??
      (by === undefined ? make(operation) : `${by.id} takes the same requests`);
    if (typeof made === 'string') left.push({ what: operation.id, reason: made });
    else requests.set(operation.pointer, made);
  }
  return { requests, left };
}

function listUnaskable(
  contract: Contract,
  requests: ReadonlyMap<string, ValidRequest>,
): Exclusion[] {
  const operations = contract.operations.filter(({ pointer }) => requests.has(pointer));
  return listAnswerCases({ operations })
    .filter(({ code }) => code === undefined)
    .map(({ title }) => ({
      what: title,
      reason: 'nobody can ask for it by a status from 200 to 599 and a media type',
    }));
}

/** What the mock does not enforce, in words. */
async function describeDefects(
  contract: Contract,
  schemaDefects: readonly Defect[],
): Promise<Exclusion[]> {
  const { formats = [], others = [] } = Object.groupBy(schemaDefects, ({ kind }) =>
    kind === 'format' ? 'formats' : 'others',
  );
  const line = await describeFormats(contract, formats);
  const rest = [...findOperationDefects(contract), ...others];
  return [
    ...(line === undefined ? [] : [{ what: 'formats', reason: line }]),
    ...(rest.length === 0
      ? []
      : [{ what: 'schemas', reason: await formatDefects(contract, rest, MAX_LINES) }]),
  ];
}
