import { describe, test } from 'vitest';
import { readEvents } from '../../../bench/verify/read-events.ts';

describe('readEvents', () => {
  test('counts the requests of all scenarios', ({ expect }) => {
    const lines = [
      '{"Initialize":{"seed":1}}',
      scenario({ interactions: { a: {}, b: {} } }),
      scenario({ interactions: { c: {} } }),
      '',
    ];
    expect(readEvents(lines.join('\n'))).toEqual({ requests: 3, failures: [] });
  });

  test('lists a failure of an operation once', ({ expect }) => {
    const failed = (title: string, operation: string) => ({
      status: 'failure',
      failure_info: { failure: { title, operation } },
    });
    const one = failed('Server error', 'GET /a');
    const checks = { a: [{ status: 'success' }, one], b: [one, failed('Server error', 'GET /b')] };
    expect(readEvents(scenario({ checks })).failures).toEqual([
      'Server error (GET /a)',
      'Server error (GET /b)',
    ]);
  });
});

function scenario(recorder: object): string {
  return JSON.stringify({ ScenarioFinished: { recorder: { label: 'GET /a', ...recorder } } });
}
