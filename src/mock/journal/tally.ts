import { type AnswerPlan, planAnswers } from '../../contract/answers/plan-answers.ts';
import type { Contract, Operation } from '../../contract/model/contract.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import type { BrokenPlace } from '../../contract/rules/find-broken-rules.ts';
import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import type { JournalEntry, JournalMessage } from './journal-entry.ts';
import { createRequestReader, type ReadRequest } from './request-plan.ts';

/** How often answers of an operation were met; names are those of the contract. */
export interface OperationCounts {
  /** By status, such as `404`. */
  readonly statuses: ReadonlyMap<string, number>;
  /** By the provider's own code of an error. */
  readonly codes: ReadonlyMap<string, number>;
  /** By status as declared, and name, such as `200 documented`. */
  readonly examples: ReadonlyMap<string, number>;
  /** Declared parameters that were sent, by place and name, such as `query page_size`. */
  readonly parameters: ReadonlyMap<string, number>;
  /** Rules that requests broke and were refused for, such as `body /text maxLength`. */
  readonly constraints: ReadonlyMap<string, number>;
}

/** Counts all requests of a sandbox, in a memory that does not grow with them. */
export interface Tally {
  readonly note: (entry: JournalEntry) => void;
  /** Counts by API and operation, such as `petstore listPets`. */
  readonly read: () => ReadonlyMap<string, OperationCounts>;
}

interface Counting {
  readonly statuses: Map<number, number>;
  readonly codes: Map<string, number>;
  readonly examples: Map<string, number>;
  readonly parameters: Map<string, number>;
  readonly constraints: Map<string, number>;
  /** Requests and answers that are not read yet. */
  unread: Unread[];
}

interface Unread extends Pick<JournalEntry, 'contract' | 'query' | 'pathValues'> {
  readonly headers: JournalMessage['headers'];
  readonly status: number;
  /** Of the answer, where it is text. */
  readonly body: string | undefined;
  /** Of the request. */
  readonly violations: readonly BrokenPlace[];
}

interface OperationPlan {
  readonly operation: Operation;
  /** By status as declared. */
  readonly answers: ReadonlyMap<string, AnswerPlan>;
  readonly readRequest: ReadRequest;
}

/** Characters of unread requests and answers, above which they are read. */
const MAX_UNREAD = 1_000_000;
/** What an unread one takes beside its texts. */
const OVERHEAD = 200;
const NONE: readonly BrokenPlace[] = [];
const PREFERRED = /(?:^|[\s,;])example\s*=\s*"?([^",;\s]+)/;

/**
 * Creates an empty tally. To note a request takes less than a microsecond (measured November 2026), since it is read
 * later with its answer, when the counts are, or when many wait.
 */
export function createTally(): Tally {
  const apis = new Map<string, Map<string, Counting>>();
  let waiting = 0;
  return {
    note: (entry) => {
      const { api, operation, status, kind } = entry;
      if (kind !== 'request' || api === undefined || operation === undefined) return;
      if (status === undefined) return;
      const counting = open(api, operation);
      counting.statuses.set(status, (counting.statuses.get(status) ?? 0) + 1);
      const { contract, query, pathValues, request, response, isForbidden } = entry;
      const body = typeof response?.body === 'string' ? response.body : undefined;
      const violations = isForbidden ? entry.violations : NONE;
      const { headers } = request;
      counting.unread.push({ contract, query, pathValues, headers, status, body, violations });
      waiting += OVERHEAD + query.length + (body?.length ?? 0);
      if (waiting > MAX_UNREAD) readAll();
    },
    read: () => {
      readAll();
      const all = [...apis].flatMap(([api, operations]) =>
        [...operations].map(([id, counting]) => [`${api} ${id}`, describe(counting)] as const),
      );
      return new Map(all);
    },
  };

  function open(api: string, operation: string): Counting {
    const known = apis.get(api);
    const operations = known ?? new Map<string, Counting>();
    if (known === undefined) apis.set(api, operations);
    const counting = operations.get(operation) ?? createCounting();
    if (counting.statuses.size === 0) operations.set(operation, counting);
    return counting;
  }

  function readAll(): void {
    for (const operations of apis.values()) {
      for (const [id, counting] of operations) settle(id, counting);
    }
    waiting = 0;
  }
}

function createCounting(): Counting {
  return {
    statuses: new Map(),
    codes: new Map(),
    examples: new Map(),
    parameters: new Map(),
    constraints: new Map(),
    unread: [],
  };
}

function describe(counting: Counting): OperationCounts {
  const { statuses, codes, examples, parameters, constraints } = counting;
  return {
    statuses: new Map([...statuses].map(([status, count]) => [String(status), count])),
    codes: new Map(codes),
    examples: new Map(examples),
    parameters: new Map(parameters),
    constraints: new Map(constraints),
  };
}

/** Reads the requests and answers of an operation that wait. */
function settle(id: string, counting: Counting): void {
  const { unread, parameters, constraints } = counting;
  counting.unread = [];
  for (const one of unread) {
    const contract = one.contract?.deref();
    const planned = contract && planOf(contract, id);
    if (planned === undefined) continue;
    const read = planned.readRequest(one);
    for (const name of read.parameters) increase(parameters, name);
    for (const name of read.constraints) increase(constraints, name);
    countAnswer(planned, one, counting);
  }
}

function countAnswer({ operation, answers }: OperationPlan, unread: Unread, counting: Counting) {
  const { headers, query, status, body } = unread;
  const declared = findResponse(operation, status)?.status;
  const plan = declared === undefined ? undefined : answers.get(declared);
  if (plan === undefined || body === undefined) return;
  const read = plan.read(body);
  for (const code of read.codes) increase(counting.codes, code);
  const asked = readAsked(headers, query);
  const isAsked = asked !== undefined && plan.examples.includes(asked);
  const met = isAsked ? [...new Set([...read.examples, asked])] : read.examples;
  for (const name of met) increase(counting.examples, `${declared} ${name}`);
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Plans live as long as the contracts that they are of, by `operationId`. */
const plansOf = memoizePerObject((_contract: Contract) => new Map<string, OperationPlan>());

function planOf(contract: Contract, id: string): OperationPlan | undefined {
  const plans = plansOf(contract);
  const known = plans.get(id);
  if (known !== undefined) return known;
  const operation = contract.operations.find((candidate) => candidate.id === id);
  if (operation === undefined) return undefined;
  const made = {
    operation,
    answers: planAnswers(operation, contract),
    readRequest: createRequestReader(contract, operation),
  };
  plans.set(id, made);
  return made;
}

/** Name of the example that a request asks for, by `Prefer` or `__example`. */
function readAsked(headers: JournalMessage['headers'], query: string): string | undefined {
  const prefer = listPrefer(headers).map((value) => PREFERRED.exec(value)?.[1]);
  return prefer.find((name) => name !== undefined) ?? readQuery(query);
}

function readQuery(query: string): string | undefined {
  if (!query.includes('__example=')) return undefined;
  return new URLSearchParams(query).get('__example') ?? undefined;
}

function listPrefer(headers: JournalMessage['headers']): string[] {
  if (!Array.isArray(headers)) return [];
  return headers.filter((_, index) => index % 2 === 1 && isPrefer(headers[index - 1]));
}

function isPrefer(name: unknown): boolean {
  return typeof name === 'string' && name.toLowerCase() === 'prefer';
}
