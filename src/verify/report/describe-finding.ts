import type { Provenance, ProvenanceLevel } from '../../contract/model/contract.ts';
import { showCommand, showText } from '../../text/show-text.ts';
import { type FindingGroup, type FoundOperation, TITLES } from '../model/finding.ts';

/** Commands that a reader may be asked to run. */
const MAX_COMMANDS = 10;

/** Longest address that is a link. */
const MAX_URL = 2000;

/** Words about a finding; all of them may be shown anywhere on one line. */
export interface FindingWords {
  readonly title: string;
  /** Method and path, such as `GET /shares/{id}`, or what is meant where there is none. */
  readonly operation: string;
  /** Empty for the whole. */
  readonly where: string;
  readonly expected: string;
  readonly found: string;
  readonly origin?: Origin;
  /** Sentence that says how often it was found, where that is more than once. */
  readonly times?: string;
  readonly commands: readonly string[];
}

/** Where the fact comes from that a finding contradicts. */
export interface Origin {
  /** Such as `the page of the provider says so`. */
  readonly said: string;
  /** Address, as the contract has it. */
  readonly url?: string;
  /** The address, where it is one of the web. */
  readonly link?: string;
  /** What the contract notes, where it has no address. */
  readonly note?: string;
}

const ORIGINS: Readonly<Record<ProvenanceLevel, string>> = {
  documented: 'the page of the provider says so',
  source: 'the source code of the provider shows it',
  inferred: 'the contract infers this; it may be the contract that is wrong',
  assumed: 'the contract assumes this; it may be the contract that is wrong',
};

/** Puts a finding into words. */
export function describeFinding({ finding, count }: FindingGroup): FindingWords {
  const { kind, operation, where, expected, found, provenance, reproduce } = finding;
  return {
    title: TITLES[kind],
    operation: describeOperation(operation),
    where: showText(where),
    expected: showText(expected),
    found: showText(found),
    ...(provenance && { origin: describeOrigin(provenance) }),
    ...(count > 1 && { times: `Found ${count} times, of which this is the first.` }),
    commands: reproduce.slice(0, MAX_COMMANDS).map(showCommand),
  };
}

/** Names an operation by method and path. */
export function describeOperation(operation: FoundOperation | undefined): string {
  if (operation === undefined) return 'the API as a whole';
  return showText(`${operation.method.toUpperCase()} ${operation.path}`);
}

/** Whether a finding puts the contract in doubt rather than the server. */
export function isContractInDoubt(provenance: Provenance | undefined): boolean {
  return provenance?.level === 'inferred' || provenance?.level === 'assumed';
}

/** Formats an origin as a sentence. */
export function formatOrigin({ said, url, note }: Origin): string {
  if (url !== undefined) return `${said}: ${url}`;
  return note === undefined ? `${said}.` : `${said}. Its note: ${note}`;
}

function describeOrigin({ level, url, note }: Provenance): Origin {
  const link = url === undefined || url.length > MAX_URL ? null : URL.parse(url);
  return {
    said: ORIGINS[level],
    ...(url !== undefined && { url: showText(url) }),
    ...(url === undefined && note !== undefined && { note: showText(note) }),
    ...(link !== null && /^https?:$/.test(link.protocol) && { link: link.href }),
  };
}
