import {
  createExampleRequest,
  formatTarget,
  withDummyCredentials,
} from '../../src/contract/example/example-request.ts';
import type { Contract, Operation } from '../../src/contract/model/contract.ts';
import { type Answer, type Outgoing, send } from '../send.ts';
import { writeBody, writeHeaders } from '../write-request.ts';
import { completeExamples } from './complete-examples.ts';

/** What became of one request. */
export interface Asked {
  readonly operation: string;
  readonly verdict: Verdict;
  /** 0 where there is no answer. */
  readonly status: number;
  readonly milliseconds: number;
  /** The mock's own diagnosis, or the error of the connection. */
  readonly reason?: string;
}

export type Verdict =
  /** As the document says. */
  | 'answered'
  /** Served although it breaks the document, which the answer says too. */
  | 'reported'
  /** 4xx with its reasons. */
  | 'refused'
  /** 5xx, a status that nobody declared or explained, or no answer. */
  | 'failed';

/** A first answer compiles what it needs, but not for minutes. */
const LONGEST_MS = 60_000;

/** Sends the example request of an operation, completed by samples. */
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
  const verdict = judge(operation, status, reason !== undefined);
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
  // Without it, Node sends the body of a GET with nothing that announces it.
  const length = `${Buffer.byteLength(body)}`;
  return { ...head, headers: { ...writeHeaders(request), 'content-length': length }, body };
}

function findReason({ headers }: Answer): string | undefined {
  const reason = headers['x-mock-violations'];
  return Array.isArray(reason) ? reason.join(', ') : reason;
}

function judge({ responses }: Operation, status: number, isExplained: boolean): Verdict {
  if (status >= 500) return 'failed';
  if (isExplained) return status < 400 ? 'reported' : 'refused';
  const names = [`${status}`, `${Math.floor(status / 100)}XX`, 'default'];
  return responses.some((response) => names.includes(response.status)) ? 'answered' : 'failed';
}
