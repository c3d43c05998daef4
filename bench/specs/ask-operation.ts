import {
  createExampleRequest,
  formatTarget,
  withDummyCredentials,
} from '../../src/contract/example/example-request.ts';
import type { Contract, Operation } from '../../src/contract/model/contract.ts';
import { type Answer, type Outgoing, send } from '../send.ts';
import { writeBody, writeHeaders } from '../write-request.ts';
import { completeExamples } from './complete-examples.ts';

/** Outcome of a request. */
export interface Asked {
  readonly operation: string;
  readonly verdict: Verdict;
  /** 0 without a response. */
  readonly status: number;
  readonly milliseconds: number;
  /** Diagnosis of the mock, or the connection error. */
  readonly reason?: string;
}

export type Verdict =
  /** Matches the document. */
  | 'answered'
  /** Violates the document, which a header reports. */
  | 'reported'
  /** 4xx with reasons. */
  | 'refused'
  /** 5xx, an undeclared and unexplained status, or no response. */
  | 'failed';

/** The first response includes compilation, but that does not take minutes. */
const LONGEST_MS = 60_000;

/** Sends the example request of an operation, completed with samples. */
export async function askOperation(
  baseUrl: string,
  operation: Operation,
  contract: Contract,
): Promise<Asked> {
  const name = `${operation.method.toUpperCase()} ${operation.path}`;
  const outgoing = writeRequest(completeExamples(operation, contract));
  const startedAt = performance.now();
  const answer = await send(baseUrl, outgoing, LONGEST_MS).catch(String);
  const milliseconds = performance.now() - startedAt;
  if (typeof answer === 'string') {
    return { operation: name, verdict: 'failed', status: 0, milliseconds, reason: answer };
  }
  const { status } = answer;
  const reason = findReason(answer);
  const verdict = classify(operation, status, reason !== undefined);
  return {
    operation: name,
    verdict,
    status,
    milliseconds,
    ...(reason !== undefined && { reason }),
  };
}

function writeRequest(operation: Operation): Outgoing {
  const request = withDummyCredentials(createExampleRequest(operation), operation);
  const head = { method: request.method, target: formatTarget(request) };
  if (request.body === undefined) return { ...head, headers: writeHeaders(request) };
  const body = writeBody(request);
  // Without it, Node sends the body of a GET without announcing it.
  const length = `${Buffer.byteLength(body)}`;
  return { ...head, headers: { ...writeHeaders(request), 'content-length': length }, body };
}

function findReason({ headers }: Answer): string | undefined {
  const reason = headers['x-mock-violations'];
  return Array.isArray(reason) ? reason.join(', ') : reason;
}

function classify({ responses }: Operation, status: number, isExplained: boolean): Verdict {
  if (status >= 500) return 'failed';
  if (isExplained) return status < 400 ? 'reported' : 'refused';
  const names = [`${status}`, `${Math.floor(status / 100)}XX`, 'default'];
  return responses.some((response) => names.includes(response.status)) ? 'answered' : 'failed';
}
