import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../../../src/mock/state/sandbox.ts';
import { createSandboxes } from '../../../src/mock/state/sandboxes.ts';

const FAULT = { times: 2, outcome: 'error' } as const;

const CHANGES: Record<string, (sandbox: Sandbox) => void> = {
  scenario: (sandbox) => {
    sandbox.scenario = 'many';
  },
  faults: (sandbox) => {
    sandbox.faults = [FAULT];
    sandbox.spendFaults(sandbox.faults);
  },
  webhook: (sandbox) => {
    sandbox.webhook = { url: 'http://a.test/', secret: 's' };
  },
  'clock that is set': (sandbox) => sandbox.clock.set(0),
  'clock that is moved': (sandbox) => sandbox.clock.advance(1000),
};

/** Draws twice, with what happens between. */
function drawAround(change: (sandbox: Sandbox) => void): string[] {
  const sandbox = createSandboxes().open('default');
  const first = sandbox.random.uuid();
  change(sandbox);
  return [first, sandbox.random.uuid()];
}

describe('a sandbox without a store', () => {
  test.each(Object.entries(CHANGES))('draws on after a change of its %s', (_, change) => {
    expect(drawAround(change)).toEqual(drawAround(() => {}));
  });

  test('draws the same again after a reset', () => {
    const [first, again] = drawAround((sandbox) => sandbox.reset());
    expect(again).toBe(first);
  });

  test('counts down a fault that struck, and ends it', () => {
    const sandbox = createSandboxes().open('default');
    sandbox.faults = [FAULT];
    sandbox.spendFaults(sandbox.faults);
    expect(sandbox.faults).toEqual([{ ...FAULT, times: 1 }]);
    sandbox.spendFaults(sandbox.faults);
    expect(sandbox.faults).toEqual([]);
  });
});
