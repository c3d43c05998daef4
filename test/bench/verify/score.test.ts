import { describe, test } from 'vitest';
import type { Judgement } from '../../../bench/verify/contestant.ts';
import type { JudgedServer } from '../../../bench/verify/judge-servers.ts';
import { reportServers } from '../../../bench/verify/report-servers.ts';
import { score } from '../../../bench/verify/score.ts';

const SERVERS: readonly JudgedServer[] = [
  { judgements: { slow: judged(['Alarm'], 100), fast: judged([], 1000) } },
  {
    defect: 'accepts page 0',
    judgements: { slow: judged(['Alarm'], 100), fast: judged(['Accepted'], 1000) },
  },
  {
    defect: 'does not sort',
    judgements: { slow: judged(['Alarm', 'Order'], 100), fast: failed('no program') },
  },
];

describe('score', () => {
  test('does not count what is said of the right server as well', ({ expect }) => {
    expect(score('slow', SERVERS)).toMatchObject({
      caught: 1,
      defects: 2,
      falseAlarms: ['Alarm'],
      requests: 300,
    });
  });

  test('does not count a server that was not judged', ({ expect }) => {
    expect(score('fast', SERVERS)).toMatchObject({ caught: 1, falseAlarms: [], requests: 2000 });
  });
});

describe('reportServers', () => {
  test('compares the contestants by server and in sum', ({ expect }) => {
    expect(reportServers(SERVERS, ['slow', 'fast'], new Map())).toMatchInlineSnapshot(`
      "server          slow         requests     s  requests/s  fast        requests     s  requests/s  ratio
      is right        false alarm       100  10.0          10  no alarm        1000  10.0         100  10.0x
      accepts page 0  missed            100  10.0          10  caught          1000  10.0         100  10.0x
      does not sort   caught            100  10.0          10  not judged         -     -           -      -

      What slow says
      is right: Alarm
      accepts page 0: Alarm
      does not sort: Alarm; Order

      What fast says
      is right: -
      accepts page 0: Accepted
      does not sort: no program

      slow: caught 1 of 2; false alarms on the right server: 1; 300 requests in 30 s.
      fast: caught 1 of 2; false alarms on the right server: 0; 2000 requests in 20 s; 1 server not judged."
    `);
  });
});

function judged(failures: readonly string[], requests: number): Judgement {
  return { kind: 'judged', failures, requests, seconds: 10 };
}

function failed(reason: string): Judgement {
  return { kind: 'failed', reason };
}
