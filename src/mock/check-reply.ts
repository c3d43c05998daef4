import type { Operation } from '../contract/contract.ts';
import { type ContractChecks, findResponse } from '../contract/contract-checks.ts';
import type { HeaderReader } from '../contract/header-reader.ts';
import { bodyFormat, findMedia } from '../contract/media-type.ts';
import type { Violation } from '../contract/violation.ts';
import { XmlSyntaxError } from '../contract/xml/xml-syntax-error.ts';
import type { Reply } from './refusal.ts';

/** Violations of the contract by a reply that is about to leave the server; XML text is decoded first. */
export function checkReply(
  reply: Reply,
  operation: Operation,
  checks: ContractChecks,
): readonly Violation[] {
  try {
    const body = decodeText(reply, operation, checks);
    return checks.checkResponse(operation, {
      status: reply.status,
      headers: readHeaders(reply),
      body,
    });
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    const expected = reply.mediaType ?? 'XML';
    return [{ in: 'body', pointer: '', keyword: 'syntax', expected, found: error.message }];
  }
}

function readHeaders({ headers = {}, mediaType }: Reply): HeaderReader {
  return {
    get: (wanted) => {
      if (wanted === 'content-type') return mediaType ?? null;
      const name = Object.keys(headers).find((candidate) => candidate.toLowerCase() === wanted);
      const value: unknown = name === undefined ? undefined : headers[name];
      // Prism gives some values as numbers.
      return typeof value === 'string' ? value : null;
    },
  };
}

function decodeText(reply: Reply, operation: Operation, checks: ContractChecks): unknown {
  const { body, mediaType = '' } = reply;
  if (typeof body !== 'string' || bodyFormat(mediaType) !== 'xml') return body;
  const content = findResponse(operation, reply.status)?.content ?? [];
  const media = findMedia(content, mediaType);
  return media === undefined ? body : checks.decodeBody(body, media);
}
