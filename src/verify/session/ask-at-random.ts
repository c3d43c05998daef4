import type { Case, CaseRequest } from '../../cases/case.ts';
import type { OperationPlan } from '../../cases/plan-operation.ts';
import { type Chosen, listChoices } from '../../cases/random-choices.ts';
import type { Finding } from '../model/finding.ts';
import type { Session } from './create-session.ts';

/** What is asked at random of one operation. */
export interface AskingAtRandom {
  readonly plan: OperationPlan;
  /** Allowed cases, as far as the server took them, and those that it did not. */
  readonly allowed: readonly Case[];
  readonly refused: readonly Case[];
  /** Asks, and gives what is found instead of filing it. */
  readonly ask: (one: Case) => Promise<readonly Finding[]>;
}

/** How many requests were put together at random, and how many findings they gave. */
export interface AskedAtRandom {
  readonly asked: number;
  readonly failed: number;
}

/** Requests for each run, so that there are some left to shrink the one that fails. */
const REQUESTS_PER_RUN = 4;
/** Requests that confirm a finding. */
const TO_CONFIRM = 4;

/**
 * Puts requests together of what a server took piece by piece, as many as the runs say. What fails is shrunk to the least request
 * that does, confirmed, and filed as one finding. What is found already is not told again. At most a third of all requests so far
 * are made at random.
 */
export async function askAtRandom(
  session: Session,
  { plan, allowed, refused, ask }: AskingAtRandom,
): Promise<AskedAtRandom> {
  const { options, findings, random, tools } = session;
  const { operation, base } = plan;
  const { choices, build } = listChoices(plan, allowed, refused, tools);
  if (options.runs === 0 || choices.length === 0) return { asked: 0, failed: 0 };
  const start = session.requests;
  const most = Math.min(
    options.runs * REQUESTS_PER_RUN,
    Math.floor((start - random.requests) / 2) - random.requests - TO_CONFIRM,
  );
  const known = new Map<string, Finding | undefined>();
  let end: unknown;
  let least: { readonly one: Case; readonly finding: Finding } | undefined;

  // 1. Ask, until something fails, and then what is less and less.
  const { tryAtRandom } = await import('../../cases/random-requests.ts');
  const sequence = { seed: seedOf(options.seed, operation.id), runs: options.runs };
  await tryAtRandom(choices, sequence, async (chosen) => {
    const request = await build(chosen);
    if (request === undefined) return undefined;
    const one = toCase(plan, request, chosen);
    const finding = await tryOnce(one);
    if (finding !== undefined) least = { one, finding };
    return finding === undefined;
  });
  // 2. Confirm that it is the request that fails, and not the server by now.
  try {
    if (end === undefined && least !== undefined && !(await isConfirmed(least.one))) {
      least = undefined;
    }
  } finally {
    random.requests += session.requests - start;
  }
  if (end !== undefined) throw end;
  if (least !== undefined) findings.add(toRandomFinding(least.finding, least.one));
  return { asked: known.size, failed: least === undefined ? 0 : 1 };

  /** A request that was asked before has its answer; none is sent where there were enough. */
  async function tryOnce(one: Case): Promise<Finding | undefined> {
    const key = identify(one.request);
    if (known.has(key)) return known.get(key);
    if (end !== undefined || session.requests - start >= most) return undefined;
    try {
      const finding = await findNew(one);
      known.set(key, finding);
      return finding;
    } catch (error) {
      // The end of the run is no failure of the request.
      end = error;
      return undefined;
    }
  }

  async function findNew(one: Case): Promise<Finding | undefined> {
    const found = await ask(one);
    return found.find(({ cause }) => !findings.has(cause));
  }

  async function isConfirmed(one: Case): Promise<boolean> {
    const isWell = (await ask(toCase(plan, base, []))).length === 0;
    return isWell && (await findNew(one)) !== undefined;
  }
}

function toCase(
  { operation }: OperationPlan,
  request: CaseRequest,
  chosen: readonly Chosen[],
): Case {
  const where = chosen.map(({ choice }) => choice.where).join(', ');
  return {
    kind: 'random',
    operation,
    title: where === '' ? 'the least request' : `${where} together`,
    request,
    isAllowed: true,
    where,
  };
}

/** Says which parts of the request matter, and what of the answer is wrong. */
function toRandomFinding(finding: Finding, { where }: Case): Finding {
  const isOfAnswer = finding.where.startsWith('answer');
  return {
    ...finding,
    where: where === '' ? 'request' : where,
    expected: isOfAnswer ? `${finding.where}: ${finding.expected}` : finding.expected,
  };
}

function identify({ query, headers, written, body }: CaseRequest): string {
  return JSON.stringify([query, headers, typeof written === 'string' ? written : body]);
}

/** Another sequence for each operation, by FNV-1a. */
function seedOf(seed: number, purpose: string): number {
  const mix = (hash: number, letter: string) =>
    Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return [...purpose].reduce(mix, 0x811c9dc5 ^ seed) | 0;
}
