import type { ValidRequest } from '../cases/make-request.ts';
import { type SentRequest, toCurl, toSent } from '../cases/sent-request.ts';
import type { ExampleRequest } from '../contract/example/example-request.ts';
import type { Contract } from '../contract/model/contract.ts';
import { formatViolation } from '../contract/model/describe-violation.ts';
import { includesType, isRange } from '../contract/model/media-range.ts';
import { bodyFormat, essence } from '../contract/model/media-type.ts';
import { toPlain } from '../contract/model/to-plain.ts';
import { type AnswerCase, listAnswerCases, preferAnswer, preferInQuery } from './answer-cases.ts';
import type { ContractTest } from './contract-test.ts';
import { ContractTestError } from './contract-test-error.ts';
import { decodeExample } from './decode-example.ts';
import { describeDifference } from './describe-difference.ts';
import { explain, type ReceivedAnswer } from './send-request.ts';
import type { TestTools } from './test-tools.ts';

/** Problems of one answer that are worth reading. */
const MAX_PROBLEMS = 10;

/** Makes a test of each documented answer of some operations, each of which has a valid request. */
export function createAnswerTests(
  contract: Contract,
  requests: ReadonlyMap<string, ValidRequest>,
  tools: TestTools,
): ContractTest[] {
  const operations = contract.operations.filter(({ pointer }) => requests.has(pointer));
  return listAnswerCases({ ...contract, operations }).flatMap((answer) => {
    const valid = requests.get(answer.operation.pointer);
    if (valid === undefined || answer.code === undefined) return [];
    const run = () => checkAnswer(answer, valid, tools);
    return [{ name: `answers ${answer.title}`, run }];
  });
}

async function checkAnswer(
  answer: AnswerCase,
  { request, written }: ValidRequest,
  tools: TestTools,
): Promise<void> {
  // Its own test says what is wrong with it.
  if (isDefective(answer, tools)) return;
  const sent = askFor(answer, request, written);
  const received = await tools.send(sent);
  const problems = [...new Set(listProblems(answer, received, tools))];
  if (problems.length === 0) return;
  const { method, path, id } = answer.operation;
  const shown = problems.slice(0, MAX_PROBLEMS);
  const rest = problems.length - shown.length;
  throw new ContractTestError(
    [
      `${tools.api} ${method.toUpperCase()} ${path} (${id}), ${describe(answer, received)}`,
      ...shown.map((problem) => `  ${problem}`),
      ...(rest > 0 ? [`  and ${rest} more`] : []),
      `  Reproduce with: ${toCurl(tools.base, sent)}`,
    ].join('\n'),
  );
}

function describe({ status, example }: AnswerCase, { headers }: ReceivedAnswer): string {
  if (example !== undefined) {
    return `${status}, example "${example.key}": the mock does not answer with it.`;
  }
  const isUnmade = headers.get('x-mock-violations') !== null;
  return isUnmade
    ? `${status}: the mock finds no answer that keeps the contract. Correct the schema if it contradicts itself, or give an example.`
    : `${status}: the mock does not answer as documented.`;
}

/** Asks the mock for exactly one answer. */
function askFor(
  answer: AnswerCase,
  request: ExampleRequest,
  written: ValidRequest['written'],
): SentRequest {
  const { media, operation } = answer;
  const accept = media === undefined ? {} : { accept: media.type };
  const isTaken = operation.parameters.some(({ name }) => name.toLowerCase() === 'prefer');
  const isText = /^[\x20-\x7e]*$/.test(preferAnswer(answer));
  const isQuoted = answer.example?.key.includes('"') === true;
  if (isText && !isTaken && !isQuoted) {
    return toSent(request, written, { ...accept, prefer: preferAnswer(answer) });
  }
  const query = { ...request.query, ...preferInQuery(answer) };
  return toSent({ ...request, query }, written, accept);
}

function isDefective({ media, example }: AnswerCase, { oracle, checks }: TestTools): boolean {
  if (media?.schema === undefined || example === undefined) return false;
  return oracle(media.schema, decodeExample(media, example.value, checks), 'response').length > 0;
}

function listProblems(answer: AnswerCase, received: ReceivedAnswer, tools: TestTools): string[] {
  const { code, media, operation } = answer;
  if (received.status !== code) {
    return [
      `expected status ${code}, found ${received.status}`,
      ...explain(received).map((line) => `the mock says: ${line}`),
    ];
  }
  if (media === undefined || operation.method === 'head') return [];
  const type = received.headers.get('content-type') ?? '';
  const isType = isRange(media.type)
    ? includesType(media.type, type)
    : essence(type) === essence(media.type);
  if (!isType && !isEmptyStatus(received.status)) {
    return [`expected Content-Type ${media.type}, found ${type || 'none'}`];
  }
  return [...checkHeaders(answer, received, tools), ...checkBody(answer, received, tools)];
}

function isEmptyStatus(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

function checkHeaders(
  { operation }: AnswerCase,
  { status, headers }: ReceivedAnswer,
  { checks }: TestTools,
): string[] {
  return checks
    .checkResponse(operation, { status, headers, body: undefined })
    .filter(({ in: part, pointer }) => part === 'header' && pointer !== '/content-type')
    .map(formatViolation);
}

function checkBody(answer: AnswerCase, received: ReceivedAnswer, tools: TestTools): string[] {
  const { media, example } = answer;
  if (media === undefined || isEmptyStatus(received.status)) return [];
  // Nothing is said of the body, so that there may be none.
  if (media.schema === undefined && example === undefined) return [];
  const type = received.headers.get('content-type') ?? media.type;
  const format = bodyFormat(type);
  // Other formats are not read here, nor is what was made in them.
  if (format !== 'json' && (example === undefined || !['xml', 'text'].includes(format))) return [];
  try {
    const body = toPlain(tools.checks.decodeBody(received.text, media, type));
    const expected = decodeExample(media, example?.value, tools.checks);
    const isComparable =
      example !== undefined && (format === 'json' || typeof example.value === 'string');
    return [
      ...(isComparable ? describeDifference(expected, body) : []),
      ...(media.schema === undefined
        ? []
        : tools.oracle(media.schema, body, 'response').map((broken) => `body: ${broken}`)),
    ];
  } catch (error) {
    return [`expected a body in ${type}, found one that cannot be read: ${error}`];
  }
}
