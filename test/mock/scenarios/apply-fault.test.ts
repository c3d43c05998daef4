import { describe, expect, test } from 'vitest';
import { drawFault, loseResponse } from '../../../src/mock/scenarios/apply-fault.ts';
import type { Delay, Fault } from '../../../src/mock/state/fault.ts';
import { createRandom } from '../../../src/mock/state/random.ts';

const draw = (faults: Fault[], api = 'crego', operation = 'listShares', seed = '') =>
  drawFault(faults, api, operation, createRandom(seed));

function delaysOf(delay: Delay): number[] {
  const random = createRandom('seed');
  return Array.from({ length: 2000 }, () => drawFault([{ delay }], '', '', random).delay);
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value) / values.length;

describe('drawFault', () => {
  test.each<[Fault, boolean]>([
    [{}, true],
    [{ api: 'crego' }, true],
    [{ api: 'craftkit' }, false],
    [{ operation: 'listShares' }, true],
    [{ operation: 'createShare' }, false],
    [{ api: 'craftkit', operation: 'listShares' }, false],
    [{ rate: 0 }, false],
    [{ rate: 1 }, true],
  ])('applies %j to a list of crego: %s', (fault, isApplied) => {
    const { outcome } = draw([{ ...fault, outcome: 'error' }]);
    expect(outcome).toBe(isApplied ? 'error' : undefined);
  });

  test('adds up delays and takes the first outcome', () => {
    const faults: Fault[] = [{ delay: 1 }, { delay: 2, outcome: 'reset' }, { outcome: 'error' }];
    expect(draw(faults)).toEqual({ delay: 3, outcome: 'reset', struck: faults });
  });

  test.each<[what: string, faults: Fault[], struck: number[], delay: number]>([
    [
      'the one that wins',
      [
        { times: 1, outcome: 'error' },
        { times: 1, outcome: 'reset' },
      ],
      [0],
      0,
    ],
    [
      'all delays',
      [
        { times: 1, delay: 1 },
        { times: 1, delay: 2 },
      ],
      [0, 1],
      3,
    ],
    [
      'none that comes too late',
      [{ outcome: 'error' }, { times: 1, delay: 1, outcome: 'reset' }],
      [0],
      0,
    ],
    ['none of another operation', [{ times: 1, operation: 'createShare' }], [], 0],
    ['none that is not drawn', [{ times: 1, rate: 0 }], [], 0],
  ])('counts %s', (_, faults, indexes, delay) => {
    const { struck, delay: drawn } = draw(faults);
    expect(struck.map((fault) => faults.indexOf(fault))).toEqual(indexes);
    expect(drawn).toBe(delay);
  });

  test('applies to the share of requests that its rate says, the same ones for the same seed', () => {
    const history = (seed: string) => {
      const random = createRandom(seed);
      return Array.from(
        { length: 2000 },
        () => drawFault([{ rate: 0.2, delay: 1 }], '', '', random).delay === 1,
      );
    };
    const applied = history('one').filter(Boolean).length;
    expect(applied).toBeGreaterThan(300);
    expect(applied).toBeLessThan(500);
    expect(history('one')).toEqual(history('one'));
    expect(history('one')).not.toEqual(history('other'));
  });

  test('spreads a delay evenly between its ends', () => {
    const delays = delaysOf({ min: 100, max: 300 });
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(100);
    expect(Math.max(...delays)).toBeLessThan(300);
    expect(Math.abs(mean(delays) - 200)).toBeLessThan(10);
  });

  test('spreads a delay normally around its mean, never below 0', () => {
    const delays = delaysOf({ mean: 200, deviation: 50 });
    const middle = mean(delays);
    const deviation = Math.sqrt(mean(delays.map((delay) => (delay - middle) ** 2)));
    expect(Math.abs(middle - 200)).toBeLessThan(5);
    expect(Math.abs(deviation - 50)).toBeLessThan(5);
    expect(Math.min(...delaysOf({ mean: 10, deviation: 50 }))).toBe(0);
  });
});

describe('loseResponse', () => {
  test.each([
    ['reset', 'all'],
    ['truncate', 'half'],
    ['error', undefined],
    [undefined, undefined],
  ] as const)('of the outcome %s loses %s', (outcome, loss) => {
    const response = { status: 200, headers: {}, body: 'a' };
    expect(loseResponse(response, outcome)).toEqual({ ...response, ...(loss && { loss }) });
  });
});
