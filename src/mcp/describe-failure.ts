import { ClientError, NetworkError } from 'share-contracts/client';
import { ContractError } from '../contract/model/contract-error.ts';
import { memberOf } from '../contract/model/member-of.ts';
import { DiffError } from '../diff/source/diff-error.ts';
import { ConnectionError } from '../verify/send/connection-error.ts';
import { ToolError } from './tool-error.ts';

/** Errors whose message is for whoever asked. */
const PLAIN = [ToolError, ContractError, ConnectionError, DiffError];

/** Puts what a tool threw into words: the mock's own where it refused, and for a defect its message without the stack. */
export function describeFailure(error: unknown): string {
  if (PLAIN.some((kind) => error instanceof kind)) return messageOf(error);
  if (!(error instanceof ClientError)) return `unexpected failure: ${messageOf(error)}`;
  const detail = memberOf(memberOf(error, 'body'), 'detail');
  if (typeof detail === 'string') return detail;
  if (!(error instanceof NetworkError)) return error.message;
  return `no mock answers: ${reasonOf(error.cause)}. Start one with "share-contracts mock".`;
}

/** Node's `fetch` says why in the cause. */
function reasonOf(error: unknown): string {
  return error instanceof Error && error.cause !== undefined
    ? reasonOf(error.cause)
    : messageOf(error);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
