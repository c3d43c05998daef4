import { countNoun } from '../../text/count-noun.ts';
import { TestingError } from '../testing-error.ts';
import type { Coverage, OperationCoverage } from './coverage.ts';
import { countsOf, KINDS, ONE_OF_KIND } from './sum-up.ts';

/** Coverage, and the file or contract that it is of. */
export interface PlacedCoverage {
  readonly place: string;
  readonly coverage: Coverage;
}

const MAX_NAMES = 5;

/**
 * Refuses counts of one API that are of different versions of its contract, since a sum of them is of neither. Throws TestingError
 * that says what only one of them has.
 */
export function checkVersions(placed: readonly PlacedCoverage[]): void {
  const known = new Map<string, { readonly place: string; readonly names: ReadonlySet<string> }>();
  for (const { place, coverage } of placed) {
    for (const [api, operations] of Map.groupBy(coverage, (one) => one.api)) {
      const names = new Set(operations.flatMap(listNames));
      const first = known.get(api);
      if (first === undefined) known.set(api, { place, names });
      else compare(api, first, { place, names });
    }
  }
}

/** Everything that a contract has of an operation. */
function listNames(one: OperationCoverage): string[] {
  return KINDS.flatMap((kind) =>
    countsOf(one, kind).map(([name]) =>
      kind === 'operations' ? name : `${one.operation}: ${ONE_OF_KIND[kind]} ${name}`,
    ),
  );
}

function compare(
  api: string,
  first: { readonly place: string; readonly names: ReadonlySet<string> },
  { place, names }: { readonly place: string; readonly names: ReadonlySet<string> },
): void {
  const missing = [...first.names.difference(names)];
  const added = [...names.difference(first.names)];
  if (missing.length === 0 && added.length === 0) return;
  const differences = [
    ...(missing.length === 0 ? [] : [`it lacks ${list(missing)}`]),
    ...(added.length === 0 ? [] : [`it has ${list(added)}, which ${first.place} has not`]),
  ];
  throw new TestingError(
    `${place}: expected coverage of the contract of ${api} as ${first.place} has it, found that of another version: ${differences.join('; ')}. ` +
      'Run all tests with one version of the contract, and remove files of earlier runs.',
  );
}

/** Of an operation that only one has, nothing else is told. */
function list(names: readonly string[]): string {
  const operations = new Set(names.filter((name) => !name.includes(': ')));
  const told = names.filter((name) => {
    const [operation = ''] = name.split(': ');
    return operation === name || !operations.has(operation);
  });
  const more = told.length - MAX_NAMES;
  const shown = told.slice(0, MAX_NAMES).join(', ');
  return more > 0 ? `${shown} and ${countNoun(more, 'other difference')}` : shown;
}
