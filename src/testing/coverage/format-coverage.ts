import { formatTable } from '../../text/format-table.ts';
import { showText } from '../../text/show-text.ts';
import { countCalls } from './count-calls.ts';
import type { Coverage, OperationCoverage } from './coverage.ts';
import { KIND_NAMES, KINDS, sumUp } from './sum-up.ts';

type Counts = Readonly<Record<string, number>>;

const HEAD = [
  'API',
  'operation',
  'calls',
  'met',
  'not met',
  'codes',
  'examples',
  'parameters',
  'constraints',
];
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
      `Not called of ${show(api)}: ${operations.map(({ operation }) => show(operation)).join(', ')}.`,
  );
}

/** What came beside the contract, which no total has. */
function listUndocumented({ api, operation, undocumented }: OperationCoverage): string[] {
  const names = Object.keys(undocumented);
  if (names.length === 0) return [];
  return [`Not documented of ${show(api)} ${show(operation)}: ${names.map(show).join(', ')}.`];
}

function isCalled(one: OperationCoverage): boolean {
  return countCalls(one) > 0;
}

function toRow(one: OperationCoverage): string[] {
  const { api, operation, statuses, codes, examples, parameters, constraints } = one;
  return [
    show(api),
    show(operation),
    String(countCalls(one)),
    list(statuses, (count) => count > 0),
    list(statuses, (count) => count === 0),
    share(codes),
    share(examples),
    share(parameters),
    share(constraints),
  ];
}

function summarise(coverage: Coverage): string {
  const shares = sumUp(coverage);
  const parts = KINDS.filter((kind) => shares[kind].all > 0).map(
    (kind) => `${shares[kind].met} of ${shares[kind].all} ${KIND_NAMES[kind]}`,
  );
  return `Met ${parts.join(', ')}.`;
}

/** Files of strangers are read as well. */
function show(text: string): string {
  return showText(text, 100);
}

function list(counts: Counts, isMeant: (count: number) => boolean): string {
  const names = Object.entries(counts).filter(([, number]) => isMeant(number));
  return names.map(([name]) => show(name)).join(' ') || '-';
}

function share(counts: Counts): string {
  const numbers = Object.values(counts);
  if (numbers.length === 0) return '-';
  return `${numbers.filter((number) => number > 0).length} of ${numbers.length}`;
}
