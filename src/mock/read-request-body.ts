import type { Media, Operation } from '../contract/contract.ts';
import type { ContractChecks } from '../contract/contract-checks.ts';
import type { HeaderReader } from '../contract/header-reader.ts';
import { findMedia } from '../contract/media-type.ts';
import { andThen, attempt, type Eventual } from './eventual.ts';
import { readBytes } from './read-bytes.ts';
import type { Refusal } from './refusal.ts';
import type { WireRequest } from './wire.ts';

export interface ReadBody {
  readonly media: Media | undefined;
  /** Decoded value; `undefined` when no body was sent or the operation takes none. */
  readonly value: unknown;
}

const NO_BODY: ReadBody = { media: undefined, value: undefined };

/**
 * Reads and decodes a request's body by the declared content; a body without `Content-Type` is taken for the first.
 *
 * A body of more than `limit` bytes is refused.
 */
export function readRequestBody(
  request: Pick<WireRequest, 'body' | 'headers'>,
  headers: HeaderReader,
  operation: Operation,
  checks: ContractChecks,
  limit: number,
): Eventual<ReadBody | Refusal> {
  const content = operation.body?.content ?? [];
  if (content.length === 0 || request.body === undefined) return NO_BODY;
  return andThen(readBytes(request.body, request.headers, limit), (bytes) =>
    Buffer.isBuffer(bytes) ? decode(bytes, headers, content, checks) : bytes,
  );
}

function decode(
  bytes: Buffer,
  headers: HeaderReader,
  content: readonly Media[],
  checks: ContractChecks,
): Eventual<ReadBody | Refusal> {
  if (bytes.length === 0) return NO_BODY;
  const contentType = headers.get('content-type');
  const media = contentType === null ? content[0] : findMedia(content, contentType);
  if (media === undefined) return unsupported(content, contentType);
  // The contract may declare a range such as `*/*`, which says nothing of how the body is written.
  const written =
    contentType === null || contentType === media.type ? media : { ...media, type: contentType };
  return attempt<ReadBody | Refusal>(
    () => andThen(checks.decodeBody(bytes, written), (value) => ({ media, value })),
    (error) => malformed(media, error),
  );
}

function unsupported(content: readonly Media[], found: string | null): Refusal {
  const expected = content.map(({ type }) => type).join(' or ');
  return {
    kind: 'unsupported-media-type',
    violations: [{ in: 'header', pointer: '/content-type', keyword: 'mediaType', expected, found }],
  };
}

function malformed(media: Media, error: unknown): Refusal {
  const found = error instanceof Error ? error.message : String(error);
  return {
    kind: 'malformed-body',
    violations: [{ in: 'body', pointer: '', keyword: 'syntax', expected: media.type, found }],
  };
}
