import {
  ClientError,
  InvalidAnswerError,
  NetworkError,
  RequestError,
  TimeoutError,
  UndocumentedStatusError,
} from 'share-contracts/client';
import { createCregoClient } from 'share-contracts/clients/crego';
import { describe, expect, test as plain } from 'vitest';
import { describeFailure } from '../src/failures/describe-failure.ts';
import { DOCUMENT, test } from './page-test.ts';

const ID = '01JQ8NZY29A8XYWQ1ZAQR4KRJD';
const path = { document_id: DOCUMENT };
const sharePath = { ...path, share_id: ID };

/** Words for each documented failure of each operation that the page calls. */
const DOCUMENTED: readonly (readonly [operation: string, status: number, title: string])[] = [
  ['listShares', 400, 'Crego refused this.'],
  ['listShares', 401, 'Your session has ended.'],
  ['listShares', 403, 'You may not manage the links of this document.'],
  ['listShares', 404, 'This document was not found.'],
  ['listShares', 429, 'Too many requests.'],
  ['createShare', 400, 'Crego refused this.'],
  ['createShare', 401, 'Your session has ended.'],
  ['createShare', 403, 'You may not manage the links of this document.'],
  ['createShare', 404, 'This document was not found.'],
  ['createShare', 429, 'Too many requests.'],
  ['deleteShare', 401, 'Your session has ended.'],
  ['deleteShare', 403, 'You may not manage the links of this document.'],
  ['deleteShare', 404, 'This link no longer exists.'],
  ['deleteShare', 429, 'Too many requests.'],
  ['previewShare', 404, 'This link no longer exists.'],
];

describe('describeFailure', () => {
  test.for(DOCUMENTED)('has words for %s %i', async ([name, status, title], { mock }) => {
    const headers = { prefer: `code=${status}` };
    const crego = mock.client('crego', createCregoClient, { token: 'demo', headers });
    const calls = new Map<string, () => Promise<{ error?: unknown }>>([
      ['listShares', () => crego.listShares.safe({ path })],
      [
        'createShare',
        () => crego.createShare.safe({ path, body: { expires_at: '2030-01-01T00:00:00Z' } }),
      ],
      ['deleteShare', () => crego.deleteShare.safe({ path: sharePath })],
      ['previewShare', () => crego.previewShare.safe({ path: { token: 'x' } })],
    ]);
    const { error } = (await calls.get(name)?.()) ?? {};
    expect(error).toMatchObject({ operation: name, status });
    expect(describeFailure(error)).toEqual({ title, advice: expect.stringMatching(/\w\.?$/) });
  });

  test('has words for all failures that the contract has', ({ crego }) => {
    const { listShares, createShare, deleteShare, previewShare } = crego;
    const documented = [listShares, createShare, deleteShare, previewShare].flatMap(({ route }) =>
      Object.keys(route.answers)
        .filter((status) => status >= '400')
        .map((status) => [route.name, Number(status)]),
    );
    expect(DOCUMENTED.map(([name, status]) => [name, status])).toEqual(documented);
  });

  const call = {
    operation: 'listShares',
    method: 'get',
    path: '/',
    attempt: 1,
    requestId: 'x',
  } as const;
  const answer = { body: '', headers: new Headers() };
  plain.for([
    [new TimeoutError(call, ''), 'Crego takes too long to answer.'],
    [new NetworkError(call, ''), 'Crego cannot be reached.'],
    [
      new UndocumentedStatusError(call, '', { ...answer, status: 503 }),
      'Crego has a problem (503).',
    ],
    [
      new UndocumentedStatusError(call, '', { ...answer, status: 418 }),
      'Crego gave an answer that this page does not know.',
    ],
    [
      new InvalidAnswerError(call, '', { status: 200, issues: [] }),
      'Crego gave an answer that this page does not know.',
    ],
    [new RequestError(call, '', { issues: [] }), 'This cannot be sent.'],
    [new ClientError(call, ''), 'Something went wrong.'],
    ['a text', 'Something went wrong.'],
  ] as const)('has words for %s', ([error, title]) => {
    expect(describeFailure(error).title).toBe(title);
  });
});
