import { correctValue, type SchemaKnowledge } from '../../contract/example/correct-value.ts';
import type { Contract, Media, Operation } from '../../contract/model/contract.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import { bodyFormat, findMedia } from '../../contract/model/media-type.ts';
import type { ContractChecks } from '../../contract/validate/contract-checks.ts';
import { createBranchReader } from '../../contract/validate/discriminator-branches.ts';
import { encodeXml } from '../../contract/xml/encode-xml.ts';
import { createMemory } from '../../memo/create-memory.ts';
import type { Reply } from '../authoring/reply.ts';
import type { AnswerSettings } from '../prism/answer-settings.ts';
import type { NegotiatedRequest } from '../prism/negotiation.ts';
import { correctHeaders, listMadeHeaders } from './correct-headers.ts';
import { checkReply } from './response-check.ts';

/**
 * Gives a reply whose body or headers were made from schemas, and break them, others that do not; `undefined` for
 * documented examples, and if it finds none.
 */
export type CorrectReply = (
  operation: Operation,
  reply: Reply,
  request: NegotiatedRequest,
) => Reply | undefined;

/** Corrected replies that one API remembers. */
const MEMORY_LIMIT = 200;

/** Makes the correction of the replies of an API. */
export function createCorrection(
  contract: Contract,
  checks: ContractChecks,
  settings: AnswerSettings,
): CorrectReply {
  const readBranches = createBranchReader(contract.document);
  const recall = createMemory<{ readonly corrected: Reply | undefined }>(MEMORY_LIMIT);
  return (operation, reply, request) => {
    const content = findContent(operation, reply);
    const isMade = content?.schema !== undefined && !isDocumented(content, request, settings);
    const media = isMade ? content : undefined;
    if (!isMade && listMadeHeaders(operation, reply, checks.resolve).length === 0) return undefined;
    const key = JSON.stringify([operation.pointer, isMade, reply]);
    return recall(key, () => ({ corrected: correct(operation, reply, media) })).corrected;
  };

  function correct(operation: Operation, reply: Reply, media?: Media): Reply | undefined {
    const knowledge = { resolve: checks.resolve, probe: checks.probe, readBranches };
    const sendable = correctHeaders(operation, reply, checks, knowledge);
    const corrected = media && correctBody(operation, sendable, media, knowledge);
    return corrected ?? (sendable === reply ? undefined : sendable);
  }

  function correctBody(
    operation: Operation,
    reply: Reply,
    { schema }: Media,
    knowledge: SchemaKnowledge,
  ): Reply | undefined {
    const { resolve } = checks;
    const root = schema?.schema ?? true;
    // A text is sent as it is, so that it must be a document already.
    const isXml = bodyFormat(reply.mediaType ?? '') === 'xml';
    const write = (value: unknown) =>
      isXml && typeof value === 'string' ? encodeXml(value, root, resolve, () => {}) : value;
    const check = (value: unknown) =>
      checkReply({ ...reply, body: write(value) }, operation, checks).filter(
        (broken) => broken.in === 'body',
      );
    const found = correctValue(root, reply.body, check, knowledge);
    return found && { ...reply, body: write(found.value) };
  }
}

/** Whether Prism takes an example for the body. Where a request is invalid, it does so, or sends none, whatever is asked for. */
function isDocumented(
  { examples }: Media,
  { preference, diagnostics = [] }: NegotiatedRequest,
  { ignoreExamples = false }: AnswerSettings,
): boolean {
  if (examples.length === 0) return false;
  if (diagnostics.length > 0) return true;
  return !ignoreExamples && (preference.example !== undefined || preference.dynamic !== true);
}

/** Finds what the contract says of the body of a reply. */
function findContent(operation: Operation, { status, mediaType = '' }: Reply): Media | undefined {
  return findMedia(findResponse(operation, status)?.content ?? [], mediaType);
}
