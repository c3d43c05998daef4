import type { Operation } from '../../contract/model/contract.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import { bodyFormat, findMedia } from '../../contract/model/media-type.ts';
import { toPlain } from '../../contract/model/to-plain.ts';
import type { Violation } from '../../contract/model/violation.ts';
import type { ContractChecks } from '../../contract/validate/contract-checks.ts';
import type { ServerAnswer } from '../send/server-request.ts';

/** Answer, decoded and checked. */
export interface ReadAnswer {
  readonly body: unknown;
  readonly violations: readonly Violation[];
}

/** Statuses whose answers have no body, https://www.rfc-editor.org/rfc/rfc9110#section-6.4.1. */
const EMPTY = [204, 205, 304];

/** Decodes an answer by its media type, and checks it by the contract. */
export async function readAnswer(
  operation: Operation,
  { status, headers, bytes }: ServerAnswer,
  checks: ContractChecks,
): Promise<ReadAnswer> {
  const type = headers.get('content-type') ?? '';
  const isEmpty = bytes.length === 0 || EMPTY.includes(status) || operation.method === 'head';
  const media = findMedia(findResponse(operation, status)?.content ?? [], type);
  let body: unknown;
  let problem: Violation[] = [];
  if (!isEmpty) {
    try {
      body = await checks.decodeBody(
        bytes,
        media ?? { type, schema: undefined, examples: [] },
        type,
      );
    } catch (error) {
      const params = { mediaType: type };
      const found = error instanceof Error ? error.message : String(error);
      problem = [{ in: 'body', pointer: '', rule: { keyword: 'syntax', params }, found }];
    }
  }
  const isUntyped = isEmpty && EMPTY.includes(status);
  const violations =
    problem.length > 0
      ? problem
      : checks
          .checkResponse(operation, { status, headers, body })
          .filter(
            ({ severity, rule }) =>
              severity !== 'warning' && !(isUntyped && rule.keyword === 'mediaType'),
          );
  const isPlain = ['json', 'xml', 'form', 'multipart'].includes(bodyFormat(type));
  return { body: isPlain ? toPlain(body) : body, violations };
}
