import type { Media, Operation } from '../contract/contract.ts';
import type { ContractChecks } from '../contract/contract-checks.ts';
import type { HeaderReader } from '../contract/header-reader.ts';
import { findMedia } from '../contract/media-type.ts';
import { readBytes } from './read-bytes.ts';
import type { Refusal } from './refusal.ts';
import type { WireRequest } from './wire.ts';

export interface ReadBody {
  readonly media: Media | undefined;
  /** Decoded value; `undefined` when no body was sent or the operation takes none. */
  readonly value: unknown;
}

/**
 * Reads and decodes a request's body by the declared content; a body without `Content-Type` is taken for the first.
 *
 * A body of more than `limit` bytes is refused.
 */
export async function readRequestBody(
  request: Pick<WireRequest, 'body' | 'headers'>,
  headers: HeaderReader,
  operation: Operation,
  checks: ContractChecks,
  limit: number,
): Promise<ReadBody | Refusal> {
  const content = operation.body?.content ?? [];
  if (content.length === 0) return { media: undefined, value: undefined };
  const bytes = await readBytes(request, limit);
  if (!Buffer.isBuffer(bytes)) return bytes;
  if (bytes.length === 0) return { media: undefined, value: undefined };

  const contentType = headers.get('content-type');
  const media = contentType === null ? content[0] : findMedia(content, contentType);
  if (media === undefined) return unsupported(content, contentType);
  try {
    // The contract may declare a range such as `*/*`, which says nothing of how the body is written.
    const written = { ...media, type: contentType ?? media.type };
    return { media, value: await checks.decodeBody(bytes, written) };
  } catch (error) {
    return malformed(media, error);
  }
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
