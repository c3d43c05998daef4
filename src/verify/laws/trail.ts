import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseRequest } from '../../cases/case.ts';
import type { Operation } from '../../contract/model/contract.ts';
import { provenanceAt } from '../judge/find-provenance.ts';
import type { Finding, FindingKind } from '../model/finding.ts';
import type { Answer, Session } from '../session/create-session.ts';

/** Requests of one sequence, with the commands that send them again. */
export interface Trail {
  readonly session: Session;
  /** Commands so far, in their order. */
  readonly lines: readonly string[];
  ask(operation: Operation, request: CaseRequest): Promise<Answer>;
  /** Notes what was sent elsewhere. */
  note(...lines: readonly string[]): void;
  /** Asks again for a while until it holds: a list may lag behind for a moment. Only the last time is noted. */
  eventually<Seen>(look: () => Promise<Seen>, holds: (seen: Seen) => boolean): Promise<Seen>;
}

/** How long is waited for what may come in a moment. */
export interface Waits {
  /** Milliseconds to wait before each further look. */
  list(): readonly number[];
  /** Remembers whether waiting helped. */
  learn(isHelpful: boolean): void;
}

/** Times that waiting may be in vain before it is given up. */
const MOST_VAIN = 6;

/** Creates the waits of a run. Where waiting never helps, a server does not lag behind but is wrong, and is not waited for. */
export function createWaits(milliseconds: readonly number[]): Waits {
  let vain = 0;
  return {
    list: () => (vain < MOST_VAIN ? milliseconds : milliseconds.slice(0, 1)),
    learn(isHelpful) {
      vain = isHelpful ? Number.NEGATIVE_INFINITY : vain + 1;
    },
  };
}

/** Starts a sequence. */
export function createTrail(session: Session, waits: Waits): Trail {
  const lines: string[] = [];
  return {
    session,
    lines,
    async ask(operation, request) {
      const answer = await session.ask(operation, request);
      lines.push(answer.curl);
      return answer;
    },
    note: (...more) => void lines.push(...more),
    async eventually(look, holds) {
      const before = lines.length;
      let seen = await look();
      if (holds(seen)) return seen;
      for (const wait of waits.list()) {
        const { signal } = session.options;
        // The next request says why the run ends, if it does.
        await sleep(wait, undefined, signal && { signal }).catch(() => {});
        lines.length = before;
        seen = await look();
        if (holds(seen)) break;
      }
      waits.learn(holds(seen));
      return seen;
    },
  };
}

/** What a law has found, in plain words. */
export interface Found {
  readonly kind: FindingKind;
  readonly operation: Operation;
  readonly where: string;
  readonly expected: string;
  readonly found: string;
  readonly severity?: Finding['severity'];
  /** Commands of the sequence; those of the trail so far if absent. */
  readonly lines?: readonly string[];
}

/** Looks once whether a law is kept. */
export type Attempt = (trail: Trail) => Promise<readonly Found[]>;

/**
 * Files what an attempt finds, if a second one finds it as well: others may have written at the same time. What only an
 * assumption of the contract is broken by is filed on demand.
 */
export async function fileConfirmed(
  session: Session,
  waits: Waits,
  attempt: Attempt,
): Promise<void> {
  const first = await attempt(createTrail(session, waits));
  if (first.length === 0) return;
  const trail = createTrail(session, waits);
  const again = await attempt(trail);
  const seen = new Set(first.map(causeOf));
  for (const found of again) {
    if (!seen.has(causeOf(found))) continue;
    const finding = toFinding(session, found, trail);
    if (finding.provenance?.level === 'assumed' && !session.options.withAssumed) continue;
    session.findings.add(finding);
  }
}

function causeOf({ kind, operation, where }: Found): string {
  return [kind, operation.id, where].join(' ');
}

function toFinding({ contract }: Session, found: Found, { lines }: Trail): Finding {
  const { kind, operation, where, expected, severity = 'error' } = found;
  const { id, method, path, pointer } = operation;
  const provenance = provenanceAt(contract, pointer, operation);
  return {
    kind,
    severity,
    operation: { id, method, path },
    where,
    expected,
    found: found.found,
    reproduce: [...(found.lines ?? lines)],
    ...(provenance && { provenance }),
    cause: causeOf(found),
  };
}
