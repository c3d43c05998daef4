import type { Provenance } from '../../contract/model/contract.ts';

/** Fixed title of each kind of finding. */
export const TITLES = {
  'undocumented-status': 'Undocumented status',
  'undocumented-media-type': 'Undocumented media type',
  'answer-breaks-schema': 'Answer breaks its schema',
  'missing-header': 'Missing header',
  'unreadable-answer': 'Unreadable answer',
  'server-error': 'Server error',
  'accepted-forbidden': 'Accepted what is forbidden',
  'refused-allowed': 'Refused what is allowed',
  'open-without-credentials': 'Open without credentials',
  'no-such-operation': 'Operation is not there',
  'unknown-id-found': 'Found what does not exist',
  'not-kept': 'Shows other values than were sent',
  'not-shown': 'Does not show what was created',
  'not-listed': 'Does not list what was created',
  'not-changed': 'Does not show a change',
  'changed-something-else': 'Changes something else',
  'still-there': 'Still there after its removal',
  'listed-twice': 'Lists an item twice',
  'lost-by-paging': 'Pages lose an item',
  'wrong-count': 'Counts disagree with the list',
  'wrong-page': 'Pages disagree with what follows',
  'wrong-filter': 'Filter does not keep what it says',
  'wrong-order': 'List is not in the order that was asked for',
  'unstable-answer': 'Same request, other answer',
  'shows-secret': 'Shows a secret',
  'step-failed': 'Step of a workflow failed',
  'too-slow': 'Too slow',
} as const;

export type FindingKind = keyof typeof TITLES;

/** One way in which a server does not keep its contract. */
export interface Finding {
  readonly kind: FindingKind;
  /** A warning may be meant: the contract does not say it for certain. */
  readonly severity: 'error' | 'warning';
  /** Absent where no operation is asked, such as of a workflow as a whole. */
  readonly operation?: FoundOperation;
  /** Place in request or answer, such as `answer body /count`, `query page_size`; empty for the whole. */
  readonly where: string;
  /** What the contract says, such as `integer`, without a full stop. */
  readonly expected: string;
  /** What the server did, such as `string "2"`, without a full stop. */
  readonly found: string;
  /** Commands that reproduce it, in their order; secrets are masked. */
  readonly reproduce: readonly string[];
  /** Provenance of the fact that it contradicts, where the contract gives one. */
  readonly provenance?: Provenance;
  /** Findings with the same cause are one. */
  readonly cause: string;
}

export interface FoundOperation {
  readonly id: string;
  /** Lower case. */
  readonly method: string;
  readonly path: string;
}

/** Findings of one cause: the first one, and how many there are. */
export interface FindingGroup {
  readonly finding: Finding;
  readonly count: number;
}
