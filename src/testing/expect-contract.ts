import { countNoun } from '../text/count-noun.ts';
import { formatCurl } from '../text/format-curl.ts';
import { ContractBreachError } from './contract-breach-error.ts';
import type { ForbiddenRequests } from './forbidden-log.ts';
import type { TestEntry } from './test-entry.ts';

type Violation = TestEntry['violations'][number];

/** Sandbox of a mock, which knows all that its requests broke. */
interface Watched {
  readonly forbidden: () => readonly ForbiddenRequests[];
}

/** What a test does on purpose. */
export interface ExpectContractOptions {
  /** Names of operations (`createShare`) or requests (`GET /unknown`) that may break the contract. */
  readonly except?: readonly string[];
}

/** Most requests that a message shows. */
const MAX_SHOWN = 20;
const MAX_VIOLATIONS = 10;
/** Where `share-contracts mock` serves, for whoever wants to see the refusal again. */
const SERVED_AT = 'http://127.0.0.1:4010';
/** Headers that HTTP clients and browsers add by themselves. */
const ADDED =
  /^(?:host|connection|content-length|user-agent|accept-(?:language|encoding)|sec-.*|transfer-encoding|origin|referer|x-mock-sandbox)$/i;

/**
 * Throws ContractBreachError if the code under test sent what a contract forbids, or to where no contract has an operation; with
 * each violation, and the `curl` line that sends the request again.
 *
 * A sandbox knows all of its requests since it was made or reset; a list of entries, as `journal()` gives it, only the last
 * two hundred. Secrets are masked as in the journal, and of values that were found only the type is told.
 */
export function expectContract(
  seen: Watched | readonly TestEntry[],
  { except = [] }: ExpectContractOptions = {},
): void {
  const groups = 'forbidden' in seen ? seen.forbidden() : [groupOf(seen)];
  const broken = groups
    .filter(({ operation }) => operation === undefined || !except.includes(operation))
    .map((group) => ({
      ...group,
      shown: group.first.filter((entry) => !isExcepted(entry, except)),
    }))
    .map(({ total, first, shown }) => ({ shown, total: total - first.length + shown.length }));
  const total = broken.reduce((sum, group) => sum + group.total, 0);
  const shown = broken.flatMap((group) => group.shown).slice(0, MAX_SHOWN);
  if (shown.length === 0) return;
  const rest = total - shown.length;
  const lines = [
    ...shown.map(describeRequest),
    ...(rest > 0 ? [`and ${countNoun(rest, 'more request')} that broke a contract.`] : []),
  ];
  throw new ContractBreachError(lines.join('\n'));
}

function groupOf(entries: readonly TestEntry[]): ForbiddenRequests {
  const first = entries.filter(({ isForbidden }) => isForbidden);
  return { operation: undefined, total: first.length, first };
}

function isExcepted({ operation, method, url }: TestEntry, except: readonly string[]): boolean {
  const path = pathOf(url).replace(/\?.*$/s, '');
  return except.some((name) => name === operation || name === `${method} ${path}`);
}

function describeRequest(entry: TestEntry): string {
  const { api, method, url, operation, violations } = entry;
  const name = operation === null ? '' : ` (${operation})`;
  const lines = violations.slice(0, MAX_VIOLATIONS).map(describeViolation);
  const rest = violations.length - lines.length;
  return [
    `${api === null ? '' : `${api} `}${method} ${pathOf(url)}${name}: request violates the contract`,
    ...lines,
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    `  Reproduce with: ${toCurl(entry)}`,
  ].join('\n');
}

function describeViolation({ in: part, pointer, expected, found }: Violation): string {
  return `  at ${pointer === '' ? part : `${part} ${pointer}`}: expected ${expected}, got ${found}`;
}

function toCurl({ method, url, request }: TestEntry): string {
  return formatCurl({
    method,
    url: `${SERVED_AT}${pathOf(url)}`,
    headers: request.headers
      .filter(
        ({ name, value }) => !ADDED.test(name) && !(/^accept$/i.test(name) && value === '*/*'),
      )
      .map(({ name, value }) => [name, value]),
    body: request.body ?? undefined,
  });
}

/** Path and query of a URL, without the segment that names the sandbox. */
function pathOf(url: string): string {
  const path = url.replace(/^[a-z]+:\/\/[^/?]*/i, '');
  return path.replace(/^\/~[^/?]*(?=\/)/, '');
}
