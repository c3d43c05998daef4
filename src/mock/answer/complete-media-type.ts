import type { Operation } from '../../contract/model/contract.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import type { Reply } from '../authoring/reply.ts';

/**
 * Gives a reply with a body but no media type the first one that the contract declares for its status, or the usual one of
 * the body where the contract does not have the status: JSON for a value, plain text, or bytes.
 */
export function completeMediaType(reply: Reply, operation: Operation | undefined): Reply {
  const { status, body, mediaType } = reply;
  if (body === undefined || mediaType !== undefined) return reply;
  const declared = operation && findResponse(operation, status);
  if (declared === undefined) return { ...reply, mediaType: usualMediaType(body) };
  const [media] = declared.content;
  return media === undefined ? reply : { ...reply, mediaType: media.type };
}

function usualMediaType(body: unknown): string {
  if (typeof body === 'string') return 'text/plain; charset=utf-8';
  return body instanceof Uint8Array ? 'application/octet-stream' : 'application/json';
}
