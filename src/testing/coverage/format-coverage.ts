import { formatTable } from '../../text/format-table.ts';
import { countCalls } from './count-calls.ts';
import type { Coverage, OperationCoverage } from './coverage.ts';

type Counts = Readonly<Record<string, number>>;

const HEAD = ['API', 'operation', 'calls', 'met', 'not met', 'codes', 'examples'];
const CALLS = 2;

/** Formats what tests met as a table, with one line that sums it up. */
export function formatCoverage(coverage: Coverage): string {
  if (coverage.length === 0) return 'No mock has counted what tests met.';
  const called = coverage.filter(isCalled);
  const table = formatTable(HEAD, called.map(toRow), (column) => column !== CALLS);
  return [
    ...(called.length === 0 ? [] : [table]),
    ...listOthers(coverage),
    ...coverage.flatMap(listUndocumented),
    summarise(coverage),
  ].join('\n');
}

/** Operations that nothing called, one line for each API. */
function listOthers(coverage: Coverage): string[] {
  const others = Map.groupBy(
    coverage.filter((one) => !isCalled(one)),
    ({ api }) => api,
  );
  return [...others].map(
    ([api, operations]) =>
      `Not called of ${api}: ${operations.map(({ operation }) => operation).join(', ')}.`,
  );
}

/** What came beside the contract, which no total has. */
function listUndocumented({ api, operation, undocumented }: OperationCoverage): string[] {
  const names = Object.keys(undocumented);
  if (names.length === 0) return [];
  return [`Not documented of ${api} ${operation}: ${names.join(', ')}.`];
}

function isCalled(one: OperationCoverage): boolean {
  return countCalls(one) > 0;
}

function toRow(one: OperationCoverage): string[] {
  const { api, operation, statuses, codes, examples } = one;
  return [
    api,
    operation,
    String(countCalls(one)),
    list(statuses, (count) => count > 0),
    list(statuses, (count) => count === 0),
    share(codes),
    share(examples),
  ];
}

function summarise(coverage: Coverage): string {
  const called = coverage.filter(isCalled);
  const all = (read: (one: OperationCoverage) => Counts) =>
    count(coverage.flatMap((one) => Object.values(read(one))));
  return [
    `Tests met ${called.length} of ${coverage.length} operations`,
    `${all(({ statuses }) => statuses)} statuses`,
    `${all(({ codes }) => codes)} error codes`,
    `${all(({ examples }) => examples)} examples.`,
  ].join(', ');
}

function list(counts: Counts, isMeant: (count: number) => boolean): string {
  const names = Object.entries(counts).filter(([, number]) => isMeant(number));
  return names.map(([name]) => name).join(' ') || '-';
}

function share(counts: Counts): string {
  const numbers = Object.values(counts);
  return numbers.length === 0 ? '-' : count(numbers);
}

function count(numbers: readonly number[]): string {
  return `${numbers.filter((number) => number > 0).length} of ${numbers.length}`;
}
