import { describe, expect, test } from 'vitest';
import { listMissedFloors } from '../../bench/specs/floors.ts';
import type { Verdict } from '../../bench/specs/judge-answer.ts';
import type { DocumentResult, Started } from '../../bench/specs/measure-document.ts';
import { reportDocuments } from '../../bench/specs/report-documents.ts';

function resultOf(verdicts: readonly Verdict[], more: Partial<Started> = {}): DocumentResult {
  const asked = verdicts.map((verdict) => ({
    ...{ operation: 'GET /a', target: '/a', status: 200, verdict },
    reasons: ['because'],
  }));
  const declared = { version: '3.0.0', operations: asked.length };
  const listed = asked.length;
  const outcome: Started = { kind: 'started', readySeconds: 0.5, declared, listed, asked, ...more };
  return { document: { title: 'A', file: 'a.json', source: 'a 1' }, megabytes: 1, outcome };
}

const kept = Array.from({ length: 100 }, (): Verdict => 'kept');

describe('the floors of published documents', () => {
  test.each<[what: string, result: DocumentResult, missed: string[]]>([
    ['right answers', resultOf(kept, { firstSeconds: 0.3, memoryMb: 200 }), []],
    ['doubtful requests and wrong examples', resultOf(['unsure', 'flawed']), []],
    ['a hundredth of broken answers', resultOf([...kept.slice(1), 'broken']), []],
    [
      'a fiftieth of them',
      resultOf([...kept.slice(2), 'broken', 'broken']),
      ['share of answers that break their schema: at most 0.01, found 0.020'],
    ],
    ['an unjust refusal', resultOf(['refused']), ['unjust refusals: at most 0, found 1']],
    ['a failure', resultOf(['failed']), ['5xx, or no answer: at most 0, found 1']],
    [
      'a slow first request',
      resultOf(kept, { firstSeconds: 0.31 }),
      ['A: seconds for the first request: at most 0.3, found 0.310'],
    ],
    ['much memory', resultOf(kept, { memoryMb: 201 }), ['A: MB of memory: at most 200, found 201']],
    [
      'operations that are not served',
      resultOf(kept, { listed: 99 }),
      ['documents with operations that are not served: at most 0, found 1'],
    ],
    [
      'no operation',
      resultOf([]),
      ['documents with operations that are not served: at most 0, found 1'],
    ],
    [
      'a document that is not served',
      { ...resultOf([]), outcome: { kind: 'failed', reason: 'no' } },
      ['documents that are not served: at most 0, found 1'],
    ],
  ])('with %s', (_what, result, missed) => {
    expect(listMissedFloors([result])).toEqual(missed);
  });

  test('are told below the table and the requests that missed them', () => {
    const results = [
      resultOf(['kept', 'refused', 'broken'], { firstSeconds: 0.05, memoryMb: 99.6 }),
      { ...resultOf([]), outcome: { kind: 'failed', reason: 'does not listen' } as const },
    ];
    expect(reportDocuments(results)).toMatchInlineSnapshot(`
      "document     version    size  operations   ready   first  memory  asked  kept  unsure  hidden  refused  failed  broken  flawed  from
      A              3.0.0  1.0 MB           3  0.50 s  0.05 s  100 MB      3     1       0       0        1       0       1       0  a 1
      A                  -  1.0 MB           -       -       -       -      -     -       -       -        -       -       -       -  a 1
      2 documents                            3  0.50 s  0.05 s  100 MB      3     1       0       0        1       0       1       0  total; most of ready, first and memory

      A: GET /a refused, 200: because
      A: GET /a broken, 200: because
      A: does not listen

      Missed: documents that are not served: at most 0, found 1
      Missed: unjust refusals: at most 0, found 1
      Missed: share of answers that break their schema: at most 0.01, found 0.333"
    `);
  });
});
