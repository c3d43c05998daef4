import type { FindingKind } from '../model/finding.ts';

/** What each kind of finding means, for someone who meets it for the first time. */
export const EXPLANATIONS: Readonly<Record<FindingKind, string>> = {
  'undocumented-status': 'The contract has no answer of this status for the operation.',
  'undocumented-media-type': 'The contract has no content of this media type for the answer.',
  'answer-breaks-schema':
    'The body or a header of an answer has another form than the contract says.',
  'missing-header': 'An answer lacks a header that the contract requires.',
  'unreadable-answer': 'The answer is not of the media type that it says it has.',
  'server-error': 'The server failed at a request instead of answering it.',
  'accepted-forbidden': 'A request that the contract forbids was answered with success.',
  'refused-allowed': 'A request that the contract allows was refused.',
  'open-without-credentials':
    'A request without valid credentials was answered, although the contract asks for some.',
  'no-such-operation': 'The server does not know a path or method of the contract.',
  'unknown-id-found': 'A request for an id that does not exist was answered with success.',
  'not-kept': 'What was created is shown with other values than were sent.',
  'not-shown': 'What was created cannot be fetched afterwards.',
  'not-listed': 'What was created is missing in the list.',
  'not-changed': 'A change was accepted and is not shown afterwards.',
  'changed-something-else': 'A change touched values that it did not name.',
  'still-there': 'What was removed is still shown or listed.',
  'listed-twice': 'A list has the same item more than once.',
  'lost-by-paging': 'An item of the list stands on none of its pages.',
  'wrong-count': 'A count in an answer is not that of the items.',
  'wrong-page': 'A page says that there are more, or no more, and what follows is otherwise.',
  'wrong-filter': 'A filter shows items that it excludes, or hides others.',
  'wrong-order': 'A list is not sorted as the request asked.',
  'unstable-answer': 'The same request was answered in two ways, with nothing changed in between.',
  'shows-secret': 'An answer has a value that must be kept secret.',
  'step-failed': 'A step of a workflow did not end as the workflow says.',
  'too-slow': 'An answer took longer than was allowed.',
};
