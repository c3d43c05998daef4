import type { Finding, FindingGroup } from '../model/finding.ts';

/** Collects findings; those of one cause are one. */
export interface FindingLog {
  add(finding: Finding): void;
  /** Whether there is a finding of a cause. */
  has(cause: string): boolean;
  list(): FindingGroup[];
  readonly size: number;
}

/** Creates an empty log. */
export function createFindingLog(): FindingLog {
  const groups = new Map<string, { finding: Finding; count: number }>();
  return {
    get size() {
      return groups.size;
    },
    add(finding) {
      const known = groups.get(finding.cause);
      if (known === undefined) groups.set(finding.cause, { finding, count: 1 });
      else known.count += 1;
    },
    has(cause) {
      return groups.has(cause);
    },
    list() {
      const rank = ({ finding: { severity } }: FindingGroup) => (severity === 'error' ? 0 : 1);
      return [...groups.values()].toSorted((one, other) => rank(one) - rank(other));
    },
  };
}
