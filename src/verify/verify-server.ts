import type { Contract, Operation } from '../contract/model/contract.ts';
import { SchemathesisError } from './deep/schemathesis-error.ts';
import { runLaws } from './laws/run-laws.ts';
import type { FindingGroup } from './model/finding.ts';
import type { VerifyReport } from './model/report.ts';
import { ConnectionError } from './send/connection-error.ts';
import { StoppedError } from './send/stopped-error.ts';
import { learnAbsence } from './session/absence.ts';
import { type AskedOperation, askOperation } from './session/ask-operation.ts';
import { createSession, type Session } from './session/create-session.ts';
import { createItem, findListed, removeCreated } from './session/items.ts';
import { readKey } from './session/known-ids.ts';
import type { VerifyOptions } from './session/verify-options.ts';
import { type SignIn, signIn } from './settings/sign-in.ts';
import { WorkflowsError } from './workflows/workflows-error.ts';

/** What ends a run that has begun. */
const ENDS = [StoppedError, WorkflowsError, SchemathesisError];

/** How far a run is. */
export interface Progress {
  readonly done: number;
  readonly all: number;
  readonly requests: number;
  readonly findings: number;
}

/** What is verified, and who is told how far it is. */
export interface VerifyTarget {
  readonly api: string;
  readonly contract: Contract;
  readonly signIn?: SignIn | undefined;
  /** Arazzo files; those that ask the API are run where the run may write. */
  readonly workflows?: readonly string[];
  /** Whether Schemathesis is run as well, where the run may write. */
  readonly isDeep?: boolean;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Asks a server whether it keeps a contract. Throws ConnectionError where it cannot be reached.
 *
 * What a run creates is removed at its end, also where it is stopped.
 */
export async function verifyServer(
  {
    api,
    contract,
    signIn: how,
    workflows = [],
    isDeep = false,
    onProgress = () => {},
  }: VerifyTarget,
  options: VerifyOptions,
): Promise<VerifyReport> {
  const started = Date.now();
  const asked = new Map<Operation, AskedOperation>();
  const session = createSession(contract, options, () =>
    onProgress(progressOf(session, asked.size)),
  );
  const notes: string[] = [];
  let stopped: string | undefined;
  try {
    // 1. Sign in, and learn how the server answers for what it does not have.
    if (how !== undefined) await signIn(session, how);
    const isAbsent = await learnAbsence(session.sender, options);
    // 2. Find or make something in each collection, the outer ones first.
    await learnItems(session);
    // 3. Try what holds of several requests together.
    await runLaws(session);
    // 4. Ask each operation what the contract says of single requests; what others are about is removed last.
    for (const operation of removalsLast(contract.operations)) {
      asked.set(operation, await askOperation(session, operation, isAbsent));
    }
    // 5. Run the project's workflows, and Schemathesis where it is wanted.
    if (options.isWriting && workflows.length > 0) {
      notes.push(...(await tryWorkflows(session, workflows, [...asked.values()])));
    }
    if (isDeep) {
      const { runDeep } = await import('./deep/run-deep.ts');
      notes.push(...(await runDeep(session)));
    }
  } catch (error) {
    // What was found by then is told all the same.
    if (!(error instanceof Error && ENDS.some((kind) => error instanceof kind))) throw error;
    stopped = error.message;
  } finally {
    // 6. Remove what was created.
    notes.push(...(await tidy(session)));
    await session.sender.close();
  }
  onProgress(progressOf(session, asked.size));
  return {
    api,
    title: contract.title,
    url: options.url,
    seed: options.seed,
    isWriting: options.isWriting,
    startedAt: new Date(started).toISOString(),
    milliseconds: Date.now() - started,
    requests: session.requests,
    findings: withoutAbsent(session.findings.list(), [...asked.values()]),
    operations: contract.operations.map((operation) => ({
      ...(asked.get(operation) ?? toUnasked(operation)),
      ...session.answers.cover(operation),
      milliseconds: Math.round(session.times.get(operation.pointer) ?? 0),
    })),
    notes,
    ...(stopped !== undefined && { stopped }),
  };
}

/** A removal that names its item in the path comes before those that may remove several. */
function removalsLast(operations: readonly Operation[]): Operation[] {
  const rank = ({ method, path }: Operation) =>
    method === 'delete' ? (path.includes('{') ? 1 : 2) : 0;
  return operations.toSorted((one, other) => rank(one) - rank(other));
}

/** Workflows need all of an API; where something is not there, their failures would only say so again. */
async function tryWorkflows(
  session: Session,
  files: readonly string[],
  operations: readonly AskedOperation[],
): Promise<readonly string[]> {
  if (operations.some(({ state }) => state === 'absent')) {
    return ['No workflow was run, since the server does not have all operations.'];
  }
  const { runOwnWorkflows } = await import('./workflows/run-own-workflows.ts');
  return runOwnWorkflows(session, files);
}

/** What a server does not have is said once, not by each law that needs it. */
function withoutAbsent(
  groups: readonly FindingGroup[],
  operations: readonly AskedOperation[],
): FindingGroup[] {
  const absent = new Set(operations.filter(({ state }) => state === 'absent').map(({ id }) => id));
  return groups.filter(
    ({ finding: { operation } }) => operation === undefined || !absent.has(operation.id),
  );
}

async function learnItems(session: Session): Promise<void> {
  const { collections, options, ids } = session;
  const depth = ({ path }: { readonly path: string }) => path.split('/').length;
  for (const collection of collections.toSorted((one, other) => depth(one) - depth(other))) {
    const made = options.isWriting ? await createItem(session, collection) : undefined;
    if (made !== undefined) continue;
    const listed = await findListed(session, collection);
    const key = listed && readKey(listed, collection.key);
    if (listed !== undefined && key !== undefined) ids.learn(collection, {}, key, listed);
  }
}

async function tidy(session: Session): Promise<string[]> {
  if (session.created.length === 0) return [];
  await session.beginTidying();
  try {
    const left = await removeCreated(session);
    const names = [...new Set(left.map(({ collection }) => collection.name))];
    return names.map((name) => {
      const keys = left.filter(({ collection }) => collection.name === name).map(({ key }) => key);
      return `${keys.length} of what was created in ${name} could not be removed: ${keys.slice(0, 5).join(', ')}${keys.length > 5 ? ', …' : ''}.`;
    });
  } catch (error) {
    if (!(error instanceof StoppedError || error instanceof ConnectionError)) throw error;
    return [`${session.created.length} created items were not removed: ${error.message}`];
  }
}

function progressOf({ contract, requests, findings }: Session, done: number): Progress {
  return { done, all: contract.operations.length, requests, findings: findings.size };
}

function toUnasked({ id, method, path }: Operation): AskedOperation {
  return {
    id,
    method,
    path,
    state: 'skipped',
    reason: 'the run ended before',
    cases: 0,
    failed: 0,
    constraints: { met: [], missed: [] },
  };
}
