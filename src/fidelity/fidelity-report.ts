import { DIFFERENCE_KINDS, type DifferenceKind } from './difference.ts';
import { findDeviation } from './find-deviation.ts';
import type { About } from './recording.ts';
import type { Replayed } from './replay-history.ts';

/** How often answers agreed. */
export interface Agreement {
  readonly requests: number;
  /** Those that agree in everything. */
  readonly agreed: number;
  /** Those that differ as a deviation says that they do. */
  readonly deviating: number;
  /** Those that differ in each respect. */
  readonly differing: Readonly<Record<DifferenceKind, number>>;
}

/** Answers that differ in the same way. */
export interface DifferenceGroup {
  readonly operation: string;
  readonly kinds: readonly DifferenceKind[];
  /** Place in the body, with `*` for each index. */
  readonly pointer: string;
  readonly recorded: unknown;
  readonly ours: unknown;
  readonly count: number;
  /** First of them, as `history:n "what it tries"`. */
  readonly first: string;
}

/** Agreement of a server with a recording. */
export interface FidelityReport {
  readonly server: string;
  readonly date: string;
  readonly all: Agreement;
  /** Requests for what the contract does not have; they are not counted in `all`. */
  readonly outside: number;
  readonly operations: Readonly<Record<string, Agreement>>;
  readonly histories: Readonly<Record<string, Agreement>>;
  readonly differences: readonly DifferenceGroup[];
  readonly deviations: readonly {
    readonly name: string;
    readonly reason: string;
    readonly outside: boolean;
    readonly count: number;
  }[];
}

/** Sums up what was replayed. Requests of no operation count by method and path. */
export function reportFidelity(about: About, replayed: readonly Replayed[]): FidelityReport {
  const judged = replayed
    .filter(({ step }) => step.answer !== undefined)
    .map((one) => ({
      ...one,
      deviation: one.differences.length === 0 ? undefined : findDeviation(about, one),
    }));
  const compared = judged.filter(({ deviation }) => deviation?.outside !== true);
  const count = (name: string) => judged.filter(({ deviation }) => deviation?.name === name).length;
  return {
    server: about.server,
    date: about.date,
    all: sum(compared),
    outside: judged.length - compared.length,
    operations: sumBy(compared, operationOf),
    histories: sumBy(compared, ({ step }) => step.place.history),
    differences: groupDifferences(compared.filter(({ deviation }) => deviation === undefined)),
    deviations: about.deviations.map(({ name, reason, outside }) => ({
      outside,
      name,
      reason,
      count: count(name),
    })),
  };
}

type Judged = Replayed & { readonly deviation: unknown };

function operationOf({ step }: Replayed): string {
  return step.operationId ?? 'others';
}

function sumBy(
  compared: readonly Judged[],
  keyOf: (one: Judged) => string,
): Record<string, Agreement> {
  const groups = Object.entries(Object.groupBy(compared, keyOf));
  return Object.fromEntries(groups.map(([key, members = []]) => [key, sum(members)]));
}

function sum(compared: readonly Judged[]): Agreement {
  const differing = DIFFERENCE_KINDS.map((kind) => {
    const count = compared.filter(({ differences }) =>
      differences.some((one) => one.kind === kind),
    ).length;
    return [kind, count] as const;
  });
  return {
    requests: compared.length,
    agreed: compared.filter(({ differences }) => differences.length === 0).length,
    deviating: compared.filter(({ deviation }) => deviation !== undefined).length,
    differing: Object.fromEntries(differing) as Record<DifferenceKind, number>,
  };
}

function groupDifferences(differing: readonly Judged[]): DifferenceGroup[] {
  const groups = new Map<string, DifferenceGroup>();
  for (const one of differing) {
    const [first] = one.differences;
    if (first === undefined) continue;
    const operation = operationOf(one);
    const kinds = DIFFERENCE_KINDS.filter((kind) =>
      one.differences.some((found) => found.kind === kind),
    );
    const pointer = first.pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
    const isCounted = ['status', 'code', 'message', 'headers'].includes(first.kind);
    const key = JSON.stringify([
      operation,
      kinds,
      pointer,
      ...(isCounted ? [first.recorded, first.ours] : []),
    ]);
    const { history, n, name } = one.step.place;
    const former = groups.get(key);
    groups.set(key, {
      operation,
      kinds,
      pointer,
      recorded: first.recorded,
      ours: first.ours,
      first: `${history}:${n} "${name}"`,
      ...former,
      count: (former?.count ?? 0) + 1,
    });
  }
  return [...groups.values()].sort((one, other) => other.count - one.count);
}
