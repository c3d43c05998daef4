import type { Provenance } from '../../../src/contract/model/contract.ts';
import type { Finding, FindingGroup, FoundOperation } from '../../../src/verify/model/finding.ts';
import type { VerifiedOperation, VerifyReport } from '../../../src/verify/model/report.ts';

export const LIST: FoundOperation = { id: 'listNotes', method: 'get', path: '/notes' };
const CREATE: FoundOperation = { id: 'createNote', method: 'post', path: '/notes' };
const READ: FoundOperation = { id: 'getNote', method: 'get', path: '/notes/{note_id}' };
const REMOVE: FoundOperation = { id: 'deleteNote', method: 'delete', path: '/notes/{note_id}' };
const CHANGE: FoundOperation = { id: 'updateNote', method: 'patch', path: '/notes/{note_id}' };
const SIGN_IN: FoundOperation = { id: 'signIn', method: 'post', path: '/session' };

/** Makes a finding of which a test says what matters to it. */
export function findingOf(values: Partial<Finding>): FindingGroup {
  const finding: Finding = {
    kind: 'undocumented-status',
    severity: 'error',
    operation: LIST,
    where: '',
    expected: 'status 200, 401',
    found: 'status 500',
    reproduce: ["curl 'http://127.0.0.1:8080/v1/notes'"],
    cause: `${values.kind} ${values.where} ${values.found}`,
    ...values,
  };
  return { finding, count: 1 };
}

/** Makes an operation that was asked, and met all that the contract has. */
export function operationOf(
  operation: FoundOperation,
  values: Partial<VerifiedOperation> = {},
): VerifiedOperation {
  return {
    ...operation,
    state: 'met',
    cases: 10,
    failed: 0,
    milliseconds: 0,
    statuses: { met: ['200'], missed: [] },
    codes: { met: [], missed: [] },
    examples: { met: [], missed: [] },
    constraints: { met: [], missed: [] },
    ...values,
  };
}

/** Makes a report of which a test says what matters to it. */
export function reportOf(values: Partial<VerifyReport>): VerifyReport {
  return {
    api: 'notes',
    title: 'Notes API',
    url: 'http://127.0.0.1:8080/v1',
    seed: 1,
    isWriting: true,
    startedAt: '2026-11-30T08:00:00.000Z',
    milliseconds: 1840,
    requests: 214,
    findings: [],
    operations: [operationOf(LIST)],
    notes: [],
    ...values,
  };
}

const DOCUMENTED: Provenance = {
  level: 'documented',
  note: undefined,
  url: 'https://docs.example.com/notes#create',
};
const ASSUMED: Provenance = { level: 'assumed', note: 'No page has the maximum.', url: undefined };

/** A server that keeps its contract. */
export const GOOD_REPORT = reportOf({
  api: 'clock',
  title: 'Clock API',
  url: 'http://127.0.0.1:8080/clock',
  isWriting: false,
  milliseconds: 160,
  requests: 12,
  operations: [
    operationOf(
      { id: 'readClock', method: 'get', path: '/clock' },
      { cases: 12, statuses: { met: ['200'], missed: ['503'] } },
    ),
  ],
});

/** A server with defects of several kinds, which lacks an operation. */
export const BAD_REPORT = reportOf({
  seed: 7,
  findings: [
    {
      finding: {
        kind: 'answer-breaks-schema',
        severity: 'error',
        operation: LIST,
        where: 'answer body /count',
        expected: 'integer',
        found: 'string "2"',
        reproduce: [
          "curl -H 'authorization: Bearer ***' 'http://127.0.0.1:8080/v1/notes?page_size=10'",
        ],
        provenance: DOCUMENTED,
        cause: 'listNotes 200 /count type',
      },
      count: 12,
    },
    findingOf({
      kind: 'answer-breaks-schema',
      operation: READ,
      where: 'answer body /author/mail',
      expected: 'a text of the format email',
      found: 'string "nobody"',
      reproduce: ["curl -H 'authorization: Bearer ***' 'http://127.0.0.1:8080/v1/notes/17'"],
      provenance: { level: 'inferred', note: undefined, url: undefined },
    }),
    findingOf({
      kind: 'open-without-credentials',
      operation: READ,
      expected: 'status 401',
      found: 'status 200',
      reproduce: ["curl 'http://127.0.0.1:8080/v1/notes/17'"],
    }),
    findingOf({
      kind: 'still-there',
      operation: REMOVE,
      where: 'answer of getNote',
      expected: 'status 404, because the item was removed before',
      found: 'status 200 with {"id":17,"text":"Bring it\'s milk","author":{"mail":"nobody"}}',
      reproduce: [
        `curl -X POST -H 'content-type: application/json' -d '{"text":"Bring it'\\''s milk"}' 'http://127.0.0.1:8080/v1/notes'`,
        "curl -X DELETE 'http://127.0.0.1:8080/v1/notes/17'",
        "curl 'http://127.0.0.1:8080/v1/notes/17'",
      ],
    }),
    {
      finding: {
        kind: 'step-failed',
        severity: 'error',
        where: 'workflow share-a-note, step sign-in',
        expected: 'status 200',
        found: 'status 502',
        reproduce: [],
        cause: 'share-a-note sign-in',
      },
      count: 1,
    },
    findingOf({
      kind: 'accepted-forbidden',
      severity: 'warning',
      operation: CREATE,
      where: 'request body /text',
      expected: 'a refusal with status 400 or 422, because of maxLength 200',
      found: 'status 201',
      reproduce: ['curl -X POST -d \'{"text":"…"}\' \'http://127.0.0.1:8080/v1/notes\''],
      provenance: ASSUMED,
    }),
    findingOf({
      kind: 'no-such-operation',
      severity: 'warning',
      operation: CHANGE,
      expected: 'an answer of the operation',
      found: 'status 404',
    }),
  ],
  operations: [
    operationOf(LIST, {
      cases: 48,
      failed: 12,
      milliseconds: 612,
      statuses: { met: ['200', '401'], missed: ['429'] },
      constraints: { met: ['query page_size minimum', 'query page_size type'], missed: [] },
    }),
    operationOf(CREATE, {
      cases: 31,
      failed: 1,
      statuses: { met: ['201', '400'], missed: ['401', '409'] },
      constraints: {
        met: ['body required', 'body /text type', 'body /text maxLength'],
        missed: ['body /text pattern'],
      },
    }),
    operationOf(READ, {
      cases: 20,
      failed: 2,
      statuses: { met: ['200', '404'], missed: ['401'] },
      constraints: { met: ['path note_id type'], missed: [] },
    }),
    operationOf(REMOVE, {
      cases: 6,
      failed: 1,
      statuses: { met: ['204', '404'], missed: ['401', '4XX', 'default'] },
    }),
    operationOf(CHANGE, {
      state: 'absent',
      cases: 1,
      statuses: { met: [], missed: ['200', '404'] },
      constraints: { met: [], missed: ['body /text type'] },
    }),
    operationOf(SIGN_IN, {
      state: 'skipped',
      reason: 'it needs a password; give --data signIn.password=…',
      cases: 0,
      statuses: { met: [], missed: ['200'] },
    }),
  ],
  notes: ['Note 17 could not be removed: DELETE /notes/17 was answered with 404.'],
});
