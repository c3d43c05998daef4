import { describe, expect, test } from 'vitest';
import { callProgram } from '../cli/call-program.ts';

interface Counted {
  readonly requests: number;
  readonly agreed: number;
  readonly deviating: number;
}

describe('the recordings of real servers', () => {
  test('agree with the mocks, but for what is meant to differ', async () => {
    const { stdout } = await callProgram(['fidelity', '--json']);
    const [cloudreve] = JSON.parse(stdout);
    const { differences } = cloudreve;
    expect(
      differences.filter(({ first }: { first: string }) => !first.startsWith('beyond:')),
    ).toEqual([]);
    const histories: [string, Counted][] = Object.entries(cloudreve.histories);
    for (const [name, { requests, agreed, deviating }] of histories) {
      if (name === 'beyond') continue;
      expect([name, agreed + deviating]).toEqual([name, requests]);
    }
    const valid = histories.filter(([name]) => /^(?:valid|rand)-/.test(name));
    expect(valid).toHaveLength(7);
    for (const [name, { requests, agreed }] of valid)
      expect([name, agreed]).toEqual([name, requests]);
    // A floor: it only ever rises.
    const { requests, agreed } = cloudreve.all;
    expect(agreed / requests).toBeGreaterThan(0.97);
  });
});
