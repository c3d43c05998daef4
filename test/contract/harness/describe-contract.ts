import { afterAll, describe, expect, test } from 'vitest';
import { createPlanTools } from '../../../src/cases/case-tools.ts';
import { listForbiddenRequests } from '../../../src/cases/forbidden-requests.ts';
import { createSchemaOracle } from '../../../src/cases/schema-oracle.ts';
import { includesType, isRange } from '../../../src/contract/model/media-range.ts';
import { bodyFormat, essence } from '../../../src/contract/model/media-type.ts';
import { createContractChecks } from '../../../src/contract/validate/contract-checks.ts';
import {
  type AnswerCase,
  listAnswerCases,
  preferAnswer,
} from '../../../src/contract-tests/answer-cases.ts';
import { startOwnMock } from '../../support/own-mock.ts';
import { isUntypedClient, sendExample } from './send.ts';
import { listWrongValues } from './wrong-values.ts';
import { findZodSchema, type ZodModule } from './zod-schema.ts';

/** Whether a body is compared as text: one of any type, of events, or that is text. */
function isText(type: string): boolean {
  return isRange(type) || ['events', 'text'].includes(bodyFormat(type));
}

export interface ContractSubject {
  readonly name: string;
  readonly zod: ZodModule;
  /** Client that carries accepted credentials. */
  readonly createClient: (baseUrl: string) => object;
  /** Fails unless a refusal is in the provider's own error format. */
  readonly expectRefusal: (status: number, body: string, path: string) => void;
}

/** Declares the tests that every contract has to pass over a real mock server; returns the running server. */
export async function describeContract(subject: ContractSubject) {
  const mock = await startOwnMock(subject.name);
  afterAll(mock.close);
  const { contract, baseUrl } = mock;
  const client = subject.createClient(baseUrl);
  if (!isUntypedClient(client)) throw new Error(`${subject.name}: the client has no "request".`);
  const checks = createContractChecks(contract);
  const oracle = createSchemaOracle(contract);

  describe(`${subject.name} answers`, () => {
    const cases = listAnswerCases(contract);
    test.each(cases)('$title', async (answer) => {
      const { data, error, response } = await sendExample(
        client,
        answer.operation,
        { prefer: preferAnswer(answer) },
        isText(answer.media?.type ?? '') ? { parseAs: 'text' } : {},
      );
      // The client gives a body that is missing as an empty one.
      const body = response.ok ? data : error || undefined;
      expect(response.status).toBe(Number(answer.status));
      expectHeaders(answer, response);
      expect(body).toEqual(expectedBody(answer));
      if (answer.media?.schema === undefined) return;
      expect(oracle(answer.media.schema, body, 'response')).toEqual([]);
      expect(findZodSchema(subject.zod, answer).safeParse(body).error).toBeUndefined();
    });
  });

  // No contract declares how it refuses media types.
  const planTools = createPlanTools(contract);
  const forbidden = [
    ...(await listForbiddenRequests(contract.operations, planTools, { withUnknownTypes: false })),
    ...(await listWrongValues(contract.operations, planTools)),
  ];

  describe(`${subject.name} refuses`, () => {
    test.each(forbidden)('$title', async ({ operation, sent }) => {
      const response = await fetch(baseUrl + sent.target, sent);
      const text = await response.text();
      expect(response.headers.get('x-mock-violations')).not.toBeNull();
      subject.expectRefusal(response.status, text, sent.target);
      expect(brokenRules(operation, response, text)).toEqual([]);
    });

    test('an unknown path', async () => {
      const response = await fetch(`${baseUrl}/no/such/path`);
      expect(response.status).toBe(404);
      subject.expectRefusal(response.status, await response.text(), '/no/such/path');
    });

    test('an unknown method', async () => {
      const [operation] = contract.operations;
      const target = String(operation?.path).replaceAll(/\{[^}]+\}/g, 'x');
      const response = await fetch(baseUrl + target, { method: 'OPTIONS' });
      expect([404, 405]).toContain(response.status);
      subject.expectRefusal(response.status, await response.text(), target);
    });
  });

  return mock;

  function expectedBody({ example, media }: AnswerCase): unknown {
    if (media === undefined || bodyFormat(media.type) !== 'xml') return example?.value;
    return checks.decodeBody(String(example?.value), media);
  }

  function expectHeaders({ operation, status, media }: AnswerCase, response: Response): void {
    const contentType = response.headers.get('content-type');
    if (media === undefined) expect(contentType).toBeNull();
    else if (isRange(media.type)) expect(includesType(media.type, contentType ?? '')).toBe(true);
    else expect(contentType && essence(contentType)).toBe(essence(media.type));
    const spec = operation.responses.find((candidate) => candidate.status === status);
    for (const { name, schema, required } of spec?.headers ?? []) {
      const value = response.headers.get(name);
      if (required) expect(value).not.toBeNull();
      if (value !== null) expect(oracle(schema, value, 'response')).toEqual([]);
    }
  }

  function brokenRules(
    operation: AnswerCase['operation'],
    response: Response,
    text: string,
  ): unknown[] {
    const spec = operation.responses.find(({ status }) => status === String(response.status));
    const type = essence(response.headers.get('content-type') ?? '');
    const media = spec?.content.find((candidate) => essence(candidate.type) === type);
    if (media?.schema === undefined) return [`${type} is not declared for ${response.status}`];
    return oracle(media.schema, checks.decodeBody(text, media), 'response');
  }
}
