import type { Case, CaseRequest, Constraint } from '../../cases/case.ts';
import { isSafe } from '../../cases/case-tools.ts';
import { listConstraints, planOperation } from '../../cases/plan-operation.ts';
import type { Collection, Role } from '../../contract/collections/collection.ts';
import type { Operation } from '../../contract/model/contract.ts';
import { provenanceAt } from '../judge/find-provenance.ts';
import { judgeCase } from '../judge/judge-case.ts';
import type { Finding } from '../model/finding.ts';
import type { VerifiedOperation } from '../model/report.ts';
import type { IsAbsent } from './absence.ts';
import { askAtRandom } from './ask-at-random.ts';
import { coverParameters } from './cover-parameters.ts';
import type { Answer, Session } from './create-session.ts';
import { hasCredentials } from './credentials.ts';
import { createItem, removeItem } from './items.ts';
import { readKey } from './known-ids.ts';
import { tryAsk } from './try-ask.ts';

/** Accepted violations of one body that are told one by one. */
const MOST_APART = 3;
/** Statuses that no form of a request explains: what it is about is gone, or in another state. */
const OF_STATE = [404, 409, 410, 412, 423];

/** What became of an operation, but for what its answers add up to, since the laws ask it as well. */
export type AskedOperation = Omit<
  VerifiedOperation,
  'milliseconds' | 'statuses' | 'codes' | 'examples'
>;

/** Asks an operation all that its contract says of single requests, and judges the answers. */
export async function askOperation(
  session: Session,
  operation: Operation,
  isAbsent: IsAbsent,
): Promise<AskedOperation> {
  const { options, contract, findings } = session;
  const about = { id: operation.id, method: operation.method, path: operation.path };
  const leaveOut = (reason: string, state: VerifiedOperation['state'] = 'skipped') => ({
    ...about,
    state,
    reason,
    cases: 0,
    failed: 0,
    constraints: NOTHING,
  });
  if (operation.flaw !== undefined) return leaveOut(operation.flaw.problem);
  if (!isSafe(operation) && !options.isWriting)
    return leaveOut('it may change something; --write allows it');
  const plan = await planOperation(operation, session.tools);
  if (typeof plan === 'string') return leaveOut(plan);
  const place = placeOf(session, operation);

  // 1. Ask what is certainly allowed, with ids that are there.
  await renew(session, place, operation);
  const first = await tryAsk(session, operation, plan.base);
  if (first === undefined)
    return { ...leaveOut('it gave no answer that can be read'), state: 'met', cases: 1, failed: 1 };
  // 2. The server may not have the operation, or not let us in.
  if (!first.isSuccess && isAbsent(first.status, first.body, operation.method.toUpperCase())) {
    if (first.isKnown || first.status !== 404)
      return leaveOut(`answers ${first.status}, as for any unknown path`, 'absent');
    return leaveOut(
      `no id is known that exists: give one with --set ${listUnknown(session, operation)}`,
    );
  }
  if (first.status === 401 || first.status === 403)
    return leaveOut(`it answers ${first.status}: give credentials that it accepts`);
  if (first.status === 404 && !first.isKnown)
    return leaveOut(
      `no id is known that exists: give one with --set ${listUnknown(session, operation)}`,
    );

  // 3. Ask each case. What may change the state waits for what went before.
  let failed = 0;
  const isBaseAccepted = first.isSuccess;
  const met = new Set<string>();
  const refused = new Set<Case>();
  const accepted: Finding[] = [];
  const sent: CaseRequest[] = [plan.base];
  const baseCase: Case = {
    kind: 'example',
    operation,
    title: 'the least request',
    request: plan.base,
    isAllowed: true,
    where: '',
  };
  judge(baseCase, first);
  const cases = plan.cases.filter((one) => isWanted(session, one));
  // Where even the least request is refused, a refusal proves nothing, and neither does another one.
  const asked = first.isSuccess
    ? cases
    : cases.filter(({ isAllowed, kind }) => !isAllowed || kind === 'example');
  const [ordered, free] = partition(
    asked,
    ({ isAllowed, kind }) => (isAllowed && !isSafe(operation)) || kind === 'method',
  );
  await Promise.all(free.map((one) => askCase(one)));
  for (const one of ordered) await askCase(one);
  fileAccepted();
  // 4. Ask what is allowed of several things together, at random.
  const random = first.isSuccess
    ? await askAtRandom(session, {
        plan,
        allowed: asked.filter((one) => one.isAllowed && !refused.has(one)),
        refused: [...refused],
        ask: askRandom,
      })
    : { asked: 0, failed: 0 };
  const constraints =
    plan.cases.length === 0
      ? NOTHING
      : {
          met: [...met],
          missed: [...new Set(listConstraints(plan).map(nameConstraint))].filter(
            (name) => !met.has(name),
          ),
        };
  return {
    ...about,
    state: 'met',
    ...(!first.isSuccess && { reason: explainUnproved(session, operation, first.status) }),
    cases: asked.length + 1 + random.asked,
    failed: failed + random.failed,
    constraints,
    parameters: coverParameters(operation, sent),
  };

  /** A body that nobody looks at breaks all rules of it, which is one finding. */
  function fileAccepted(): void {
    const bodies = asked.filter(
      ({ kind, isAllowed, where }) => kind === 'violation' && !isAllowed && /^body\b/.test(where),
    );
    const [first] = accepted;
    if (first === undefined || accepted.length < MOST_APART || accepted.length < bodies.length) {
      for (const finding of accepted) findings.add(finding);
      return;
    }
    findings.add({
      ...first,
      severity: 'error',
      where: 'body',
      expected: 'a refusal of what breaks a rule of the body',
      found: `${first.found} for all of ${accepted.length} bodies, each of which breaks another rule`,
      reproduce: accepted.slice(0, MOST_APART).flatMap(({ reproduce }) => reproduce),
      cause: `unchecked-body ${operation.id}`,
    });
  }

  /** Like a case, but what is found is not filed. */
  async function askRandom(one: Case): Promise<readonly Finding[]> {
    const found: Finding[] = [];
    if (!isSafe(operation)) await renew(session, place, operation);
    const answer = await tryAsk(session, operation, one.request, {
      onBreach: (finding) => found.push(finding),
    });
    const finding = answer && judgeCase(contract, one, place?.role, answer);
    return finding === undefined ? found : [finding, ...found];
  }

  async function askCase(one: Case): Promise<void> {
    const { request, kind, isAllowed } = one;
    const asking = {
      credentials: request.credentials ?? 'own',
      isForeign: kind === 'method',
    } as const;
    if (isAllowed && !isSafe(operation)) await renew(session, place, operation);
    let answer = await tryAsk(session, operation, request, asking);
    if (answer === undefined) {
      failed += 1;
      refused.add(one);
      return;
    }
    if (kind !== 'method') sent.push(request);
    if (isAllowed && answer.isKnown && OF_STATE.includes(answer.status) && place !== undefined) {
      const made = options.isWriting ? await createItem(session, place.collection) : undefined;
      if (made !== undefined)
        answer = (await tryAsk(session, operation, request, asking)) ?? answer;
    }
    judge(one, answer);
    if (kind === 'unknown-id' && operation.method === 'put' && answer.isSuccess)
      await removeMade(session, place, answer);
  }

  function judge(one: Case, answer: Answer): void {
    const finding = judgeCase(contract, one, place?.role, answer);
    const isBody =
      finding?.kind === 'accepted-forbidden' &&
      one.kind === 'violation' &&
      /^body\b/.test(one.where);
    if (finding !== undefined && isBody) accepted.push(finding);
    else if (finding !== undefined) findings.add(finding);
    if (finding !== undefined || answer.breaches > 0) {
      failed += 1;
      refused.add(one);
    }
    const isProved = !one.isAllowed && !answer.isSuccess && isBaseAccepted;
    if (one.constraint !== undefined && (isProved || finding !== undefined))
      met.add(nameConstraint(one.constraint));
  }
}

const NOTHING = { met: [], missed: [] };

interface OperationPlace {
  readonly collection: Collection;
  readonly role: Role | undefined;
}

/** The collection that an operation is part of, or is about an item of. */
function placeOf({ collections }: Session, operation: Operation): OperationPlace | undefined {
  for (const collection of collections) {
    const own = collection.operations.find((one) => one.operation === operation);
    if (own !== undefined) return { collection, role: own.role };
  }
  const around = collections
    .filter(
      ({ itemPath }) =>
        itemPath !== undefined && operation.path.startsWith(`${itemPath.replace(/\/$/, '')}/`),
    )
    .toSorted((one, other) => other.path.length - one.path.length)[0];
  return around && { collection: around, role: undefined };
}

/** Makes an item to act on, where there is none or where the one that is there may be gone afterwards. */
async function renew(
  session: Session,
  place: OperationPlace | undefined,
  operation: Operation,
): Promise<void> {
  if (
    place === undefined ||
    place.role === 'create' ||
    place.role === 'list' ||
    !session.options.isWriting
  )
    return;
  const name = place.collection.operations.find(
    ({ keyParameter }) => keyParameter !== undefined,
  )?.keyParameter;
  const isThere = name !== undefined && session.ids.find(operation, name) !== undefined;
  if (!isThere || place.role === 'remove') await createItem(session, place.collection);
}

/** A PUT may make what was not there, which no other operation is to find. */
async function removeMade(
  session: Session,
  place: OperationPlace | undefined,
  { path }: Answer,
): Promise<void> {
  const role = place?.collection.operations.find((one) => one.role === 'remove');
  const key = role?.keyParameter === undefined ? undefined : readKey(path, [role.keyParameter]);
  if (place !== undefined && key !== undefined)
    await removeItem(session, { collection: place.collection, key, path });
}

/** Leaves out what only assumptions say, and wrong credentials where there are no right ones. */
function isWanted(
  { contract, options }: Session,
  { operation, constraint, kind, request, isAllowed }: Case,
): boolean {
  if (kind === 'method' && !isSafe({ method: request.method.toLowerCase() }) && !options.isWriting)
    return false;
  if (request.credentials === 'wrong' && !hasCredentials(operation, options)) return false;
  if (options.withAssumed) return true;
  const level = provenanceAt(contract, constraint?.pointer ?? operation.pointer, operation)?.level;
  return level !== 'assumed' || (isAllowed && kind === 'example');
}

/** Why refusals of an operation prove nothing. */
function explainUnproved(session: Session, operation: Operation, status: number): string {
  const unknown = listUnknown(session, operation);
  const advice = unknown === '' ? '' : `; give what exists with --set ${unknown}`;
  return `even its least request is refused, with ${status}${advice}`;
}

function listUnknown({ ids }: Session, operation: Operation): string {
  const names = operation.parameters
    .filter(({ in: place }) => place === 'path')
    .map(({ name }) => name);
  return names
    .filter((name) => ids.find(operation, name) === undefined)
    .map((name) => `${name}=…`)
    .join(' ');
}

function nameConstraint({ pointer, keyword, detail }: Constraint): string {
  return [pointer, keyword, detail].filter((one) => one !== undefined).join(' ');
}

function partition<Item>(
  list: readonly Item[],
  isFirst: (item: Item) => boolean,
): [Item[], Item[]] {
  return [list.filter(isFirst), list.filter((item) => !isFirst(item))];
}
