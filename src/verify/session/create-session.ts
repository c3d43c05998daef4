import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseRequest } from '../../cases/case.ts';
import { createPlanTools, type PlanTools } from '../../cases/case-tools.ts';
import { type SentRequest, toSent } from '../../cases/sent-request.ts';
import type { Collection } from '../../contract/collections/collection.ts';
import { recogniseCollections } from '../../contract/collections/recognise-collections.ts';
import { readEnvelope } from '../../contract/extensions/read-extension.ts';
import type { Contract, Operation } from '../../contract/model/contract.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { findAnswerBreaches } from '../judge/answer-findings.ts';
import type { Finding } from '../model/finding.ts';
import { AnswerError } from '../send/answer-error.ts';
import { createSender } from '../send/create-sender.ts';
import type { Sender } from '../send/send-options.ts';
import type { ServerAnswer } from '../send/server-request.ts';
import { StoppedError } from '../send/stopped-error.ts';
import { type AnswerLog, createAnswerLog } from './answer-log.ts';
import { type CredentialMode, type Given, withCredentials } from './credentials.ts';
import { createFindingLog, type FindingLog } from './finding-log.ts';
import { createKnownIds, type Item, type KnownIds } from './known-ids.ts';
import { asAnswerError, toUnreadable } from './lost-answer.ts';
import { readAnswer } from './read-answer.ts';
import { readItem, readItemKey } from './read-item.ts';
import type { VerifyOptions } from './verify-options.ts';
import { writeCommand } from './write-command.ts';

/** Answer to a request, as a run sees it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Decoded by its media type; `undefined` where there is none. */
  readonly body: unknown;
  /** Whether the request succeeded: by its status, or by what the envelope of the API says. */
  readonly isSuccess: boolean;
  /** In how many ways it breaks the contract. */
  readonly breaches: number;
  /** Values of the path that was asked. */
  readonly path: Item;
  /** Whether the ids of its path are known to lead to something. */
  readonly isKnown: boolean;
  /** Command that reproduces it. */
  readonly curl: string;
}

/** Something that a run created, and has to remove. */
export interface Created {
  readonly collection: Collection;
  readonly key: string | number;
  readonly path: Item;
}

/** How a request is asked. */
export interface Asking {
  readonly credentials?: CredentialMode;
  /** Whether the answer is no answer of the operation itself, such as that to another method. */
  readonly isForeign?: boolean;
  /** Takes the ways in which the answer breaks the contract, in the place of the findings of the run. */
  readonly onBreach?: (finding: Finding) => void;
}

/** One run against a server: what is known of it, and what was found. */
export interface Session {
  readonly contract: Contract;
  readonly options: VerifyOptions;
  /** What is sent with requests, with the secret that a sign-in gave. */
  readonly given: Given;
  readonly tools: PlanTools;
  readonly sender: Sender;
  readonly findings: FindingLog;
  readonly ids: KnownIds;
  readonly collections: readonly Collection[];
  /** What was created and is not yet removed, the latest last. */
  readonly created: Created[];
  /** How many of the requests were made at random. */
  readonly random: { requests: number };
  /** What the server answered with so far. */
  readonly answers: AnswerLog;
  /** Time of the requests of each operation so far, by its pointer. */
  readonly times: ReadonlyMap<string, number>;
  /**
   * Asks a server, and files what its answer breaks. Path parameters that are not fixed are ids that are known. Throws
   * ConnectionError, AnswerError and StoppedError.
   */
  ask(operation: Operation, request: CaseRequest, asking?: Asking): Promise<Answer>;
  /** Sends a secret with all requests from now on, for a security scheme. */
  authorise(scheme: string, secret: string): void;
  /** Number of requests that were sent. */
  readonly requests: number;
  /** Requests that are sent from now on count for no limit of the run, so that what was created can be removed. */
  beginTidying(): Promise<void>;
}

/** Times that a request is repeated when the server asks to wait. */
const MOST_WAITS = 5;
/** Requests in a row without an answer, after which a run ends. */
const MOST_UNANSWERED = 4;
/** Longest wait, in milliseconds. */
const LONGEST_WAIT = 20_000;

/** Creates a run; `onAsked` is called after each answer. */
export function createSession(
  contract: Contract,
  options: VerifyOptions,
  onAsked: () => void = () => {},
): Session {
  const tools = createPlanTools(contract);
  let sender: Sender = createSender(options);
  let unanswered = 0;
  let before = 0;
  let isReached = false;
  let { signal } = options;
  let end = options.maxTime === undefined ? Number.POSITIVE_INFINITY : Date.now() + options.maxTime;
  const given = { headers: options.headers, credentials: { ...options.credentials } };
  const findings = createFindingLog();
  const ids = createKnownIds(options.values);
  const collections = recogniseCollections(contract);
  const envelope = readEnvelope(contract);
  const answers = createAnswerLog(contract);
  const times = new Map<string, number>();
  const created: Created[] = [];
  const roles = new Map(
    collections.flatMap((collection) =>
      collection.operations.map((role) => [role.operation.pointer, { collection, role }] as const),
    ),
  );
  return {
    contract,
    options,
    given,
    tools,
    get sender() {
      return sender;
    },
    findings,
    ids,
    collections,
    created,
    random: { requests: 0 },
    answers,
    times,
    get requests() {
      return before + sender.sent;
    },
    authorise(scheme, secret) {
      given.credentials[scheme] = secret;
    },
    async beginTidying() {
      const { signal: _, maxRequests: __, maxTime: ___, ...rest } = options;
      signal = undefined;
      end = Number.POSITIVE_INFINITY;
      before += sender.sent;
      await sender.close();
      sender = createSender(rest);
      unanswered = 0;
    },
    async ask(
      operation,
      request,
      { credentials: mode = 'own', isForeign = false, onBreach = findings.add } = {},
    ) {
      const { pathParameters, isKnown } = fillPath(operation, request);
      const filled = { ...request, pathParameters };
      const sent = withCredentials(toSent(filled, request.written), operation, given, mode);
      const curl = writeCommand(contract, operation, options.url, sent, pathParameters);
      const received = await receive(operation, sent, curl);
      onAsked();
      const { status, headers } = received;
      const { body, violations } = await readAnswer(operation, received, tools.checks);
      const breaches = isForeign
        ? []
        : findAnswerBreaches(contract, operation, { status, headers, violations, curl });
      const answer: Answer = {
        status,
        headers,
        body,
        isSuccess: status >= 200 && status < 300 && !isEnvelopedFailure(body),
        breaches: breaches.length,
        path: pathParameters,
        isKnown,
        curl,
      };
      if (isForeign) return answer;
      answers.note(operation, received);
      for (const breach of breaches) onBreach(breach);
      if (options.slow !== undefined && received.milliseconds > options.slow) {
        findings.add({
          kind: 'too-slow',
          severity: 'error',
          operation: { id: operation.id, method: operation.method, path: operation.path },
          where: 'answer',
          expected: `at most ${options.slow} ms`,
          found: `${Math.round(received.milliseconds)} ms`,
          reproduce: [curl],
          cause: `too-slow ${operation.id}`,
        });
      }
      if (answer.isSuccess) notice(operation, answer);
      return answer;
    },
  };

  /** Path parameters of a request, with ids that are known in the place of made ones. */
  function fillPath(operation: Operation, { pathParameters, fixed }: CaseRequest) {
    let isKnown = true;
    const filled = Object.entries(pathParameters).map(([name, made]) => {
      if (fixed.has(name)) return [name, made];
      const known = ids.find(operation, name);
      if (known === undefined) isKnown = false;
      return [name, known ?? made];
    });
    return { pathParameters: Object.fromEntries(filled), isKnown };
  }

  /** Files what is no answer at all; a server that gives none several times in a row is asked no more. */
  async function receive(
    operation: Operation,
    sent: SentRequest,
    curl: string,
  ): Promise<ServerAnswer> {
    try {
      const received = await sendPatiently(operation, sent);
      unanswered = 0;
      isReached = true;
      return received;
    } catch (error) {
      const failure = isReached ? asAnswerError(error) : error;
      if (!(failure instanceof AnswerError)) throw failure;
      findings.add(toUnreadable(operation, failure, curl));
      unanswered += 1;
      if (unanswered < MOST_UNANSWERED) throw failure;
      throw new StoppedError(
        `Stopped: ${MOST_UNANSWERED} requests in a row had no answer that can be read.`,
        'unanswered',
        { cause: failure },
      );
    }
  }

  /** Waits as long as the server asks for, https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3. */
  async function sendPatiently(
    { pointer }: Operation,
    { method, target, headers, body }: SentRequest,
  ): Promise<ServerAnswer> {
    for (let count = 0; ; count += 1) {
      const request = {
        method,
        url: `${options.url}${target}`,
        headers,
        ...(body !== undefined && { body }),
      };
      const received = await sender.send(request);
      times.set(pointer, (times.get(pointer) ?? 0) + received.milliseconds);
      const isBusy = received.status === 429 || received.status === 503;
      const after = Number(
        received.headers.get('retry-after') ?? (received.status === 429 ? 1 : Number.NaN),
      );
      if (!isBusy || count >= MOST_WAITS || !(after >= 0) || after * 1000 > LONGEST_WAIT)
        return received;
      const wait = Math.min(after * 1000, Math.max(0, end - Date.now()));
      // The next request says why the run ends, if it does.
      await sleep(wait, undefined, signal && { signal }).catch(() => {});
    }
  }

  function isEnvelopedFailure(body: unknown): boolean {
    if (envelope === undefined || !isJsonObject(body) || !Object.hasOwn(body, envelope.code))
      return false;
    return body[envelope.code] !== envelope.success;
  }

  /** Remembers what was created, and that ids of a path are right. */
  function notice(operation: Operation, { body, path }: Answer): void {
    const known = roles.get(operation.pointer);
    if (known === undefined) return;
    const { collection, role } = known;
    const key = readItemKey(collection, role, body, path);
    if (key === undefined) return;
    if (role.role === 'create') {
      created.push({ collection, key, path });
      ids.learn(collection, path, key, readItem(role, body));
    } else if (role.role === 'show') {
      ids.learn(collection, path, key, readItem(role, body));
    } else if (role.role === 'remove') {
      ids.forget(collection, key);
      const index = created.findIndex((one) => one.collection === collection && one.key === key);
      if (index >= 0) created.splice(index, 1);
    }
  }
}
