import type { Contract } from '../../contract/model/contract.ts';
import { listRequestRules } from '../../contract/rules/list-request-rules.ts';
import type { Coverage } from './coverage.ts';
import { listDeclared } from './list-declared.ts';
import { mergeCounts } from './merge-counts.ts';

interface Names {
  readonly met: readonly string[];
}

/** What `verify` says of an operation of a server. */
export interface ServedOperation {
  readonly id: string;
  /** Only what was `met` counts: a server answers 404 for what it does not have, too. */
  readonly state: 'met' | 'absent' | 'skipped';
  /** By status as declared. */
  readonly statuses: Names;
  /** Those that the contract names. */
  readonly codes: Names;
  /** By status as declared, and name. */
  readonly examples: Names;
  /** As `pointer keyword detail`. */
  readonly constraints: Names;
  /** By place and name. */
  readonly parameters?: Names;
}

/** What a run of `verify` met of a contract: each thing counts once. */
export function coverServer(
  api: string,
  contract: Contract,
  operations: readonly ServedOperation[],
): Coverage {
  const declared = listDeclared(api, contract);
  const met = declared.flatMap((one, index) => {
    const operation = contract.operations[index];
    const served = operations.find(({ id }) => id === one.operation);
    if (operation === undefined || served?.state !== 'met') return [];
    const broken = new Set(served.constraints.met);
    const rules = listRequestRules(contract, operation).filter(({ sources }) =>
      sources.some((source) => broken.has(source)),
    );
    return [
      {
        api,
        operation: one.operation,
        statuses: countOnce(served.statuses.met),
        inClasses: {},
        undocumented: {},
        codes: countOnce(served.codes.met),
        otherCodes: {},
        examples: countOnce(served.examples.met),
        parameters: countOnce(served.parameters?.met ?? []),
        constraints: countOnce(rules.map(({ name }) => name)),
      },
    ];
  });
  return mergeCounts([declared, met]);
}

function countOnce(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(names.map((name) => [name, 1]));
}
