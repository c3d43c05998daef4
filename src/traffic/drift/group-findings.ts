import { describeRule } from '../../contract/model/describe-violation.ts';
import type { Finding } from './finding.ts';
import { templateOf } from './template-of.ts';

/** Findings of one operation, place and rule. */
export interface Group {
  /** `listNotes 200`, or method and path where there is no operation. */
  readonly operation: string;
  readonly of: 'request' | 'response' | 'query' | 'path' | 'method';
  /** `body at /kind`, `query at /page`, items of lists by a star; empty for what is about the whole exchange. */
  readonly place: string;
  readonly keyword: string;
  /** What the contract has, in words. */
  readonly expected: string;
  readonly findings: readonly Finding[];
}

/** Groups findings by operation, place and rule; the order is that of the first of each. */
export function groupFindings(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, Group & { readonly findings: Finding[] }>();
  for (const finding of findings) {
    const about = describe(finding);
    const key = JSON.stringify([{ ...about, expected: '' }, nameOf(finding)]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { ...about, findings: [finding] });
    else known.findings.push(finding);
  }
  return [...groups.values()];
}

function describe(finding: Finding): Omit<Group, 'findings'> {
  switch (finding.kind) {
    case 'unknown': {
      const { exchange, what, path } = finding;
      const operation = `${exchange.method} ${templateOf(path)}`;
      const expected = `a ${what} of the contract`;
      return { operation, of: what, place: '', keyword: `unknown-${what}`, expected };
    }
    case 'parameter': {
      const expected = 'a parameter of the contract';
      const place = `query at /${finding.name}`;
      return {
        operation: finding.operation.id,
        of: 'query',
        place,
        keyword: 'unknown-parameter',
        expected,
      };
    }
    case 'violation': {
      const { of, operation, exchange, violation } = finding;
      const { in: part, pointer, rule } = violation;
      const isStatus = rule.keyword === 'status';
      return {
        operation: of === 'request' ? operation.id : `${operation.id} ${exchange.status}`,
        of,
        place: pointer === '' ? part : `${part} at ${starIndexes(pointer)}`,
        keyword: rule.keyword,
        expected: isStatus ? 'a status of the contract' : describeRule(rule),
      };
    }
  }
}

/** Member that a rule names, where its place is that of the object. */
function nameOf(finding: Finding): unknown {
  if (finding.kind !== 'violation') return undefined;
  const { additionalProperty, unevaluatedProperty } = finding.violation.rule.params;
  return additionalProperty ?? unevaluatedProperty;
}

/** Items of a list have one place. */
function starIndexes(pointer: string): string {
  return pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
}
