import { isDeepStrictEqual as isSame } from 'node:util';
import type { PlanTools } from '../cases/case-tools.ts';
import { listForbiddenRequests } from '../cases/forbidden-requests.ts';
import { type SentRequest, toCurl } from '../cases/sent-request.ts';
import type { Media, Operation } from '../contract/model/contract.ts';
import { findResponse } from '../contract/model/find-response.ts';
import { bodyFormat, essence, findMedia } from '../contract/model/media-type.ts';
import { toPlain } from '../contract/model/to-plain.ts';
import type { ContractChecks } from '../contract/validate/contract-checks.ts';
import type { ContractTest } from './contract-test.ts';
import { ContractTestError } from './contract-test-error.ts';
import { decodeExample } from './decode-example.ts';
import { explain, type ReceivedAnswer } from './send-request.ts';
import type { TestTools } from './test-tools.ts';

/** Media type of a refusal that no contract declares, https://www.rfc-editor.org/rfc/rfc9457. */
const PROBLEM = 'application/problem+json';

/** Makes a test of each kind of request that a contract forbids. */
export async function createRefusalTests(
  operations: readonly Operation[],
  planTools: PlanTools,
  tools: TestTools,
): Promise<ContractTest[]> {
  const options = { withUnknownTypes: !tools.readsAnyType };
  const forbidden = await listForbiddenRequests(operations, planTools, options);
  return forbidden.map(({ title, operation, sent }) => ({
    name: `refuses ${title}`,
    run: () => checkRefusal(title, operation, sent, tools),
  }));
}

async function checkRefusal(
  title: string,
  operation: Operation,
  sent: SentRequest,
  tools: TestTools,
): Promise<void> {
  const received = await tools.send(sent);
  const problems = isRefusal(received)
    ? listProblems(operation, received, tools)
    : [`expected a refusal, found status ${received.status}`, ...explain(received)];
  if (problems.length === 0) return;
  const { method, path } = operation;
  throw new ContractTestError(
    [
      `${tools.api} ${method.toUpperCase()} ${path} (${title}): a request that the contract forbids.`,
      ...problems.map((problem) => `  ${problem}`),
      `  Reproduce with: ${toCurl(tools.base, sent)}`,
    ].join('\n'),
  );
}

/** The mock says what was wrong with what it refuses, whatever status the provider gives it. */
function isRefusal({ status, headers }: ReceivedAnswer): boolean {
  return headers.get('x-mock-violations') !== null && status < 500;
}

/** A refusal that the contract describes keeps it; of others, it says nothing. */
function listProblems(
  operation: Operation,
  { status, headers, text }: ReceivedAnswer,
  { oracle, checks }: TestTools,
): string[] {
  const type = headers.get('content-type') ?? '';
  const media = findMedia(findResponse(operation, status)?.content ?? [], type);
  const isRead = operation.method !== 'head' && ['json', 'xml'].includes(bodyFormat(type));
  if (media?.schema === undefined || !isRead || essence(type) === PROBLEM) return [];
  const body = decode(text, media, type, checks);
  // An example has a test of its own.
  if (media.examples.some(({ value }) => isSame(decodeExample(media, value, checks), body))) {
    return [];
  }
  return oracle(media.schema, body, 'response').map((broken) => `body of the refusal: ${broken}`);
}

function decode(text: string, media: Media, type: string, { decodeBody }: ContractChecks): unknown {
  try {
    return toPlain(decodeBody(text, media, type));
  } catch {
    // As text it breaks the schema.
    return text;
  }
}
