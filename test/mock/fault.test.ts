import { describe, expect, test } from 'vitest';
import { type Delay, drawStrike, type Fault } from '../../src/mock/fault.ts';
import { createRandom } from '../../src/mock/sandbox/random.ts';

const draw = (faults: Fault[], api = 'crego', operation = 'listShares', seed = '') =>
  drawStrike(faults, api, operation, createRandom(seed));

function delaysOf(delay: Delay): number[] {
  const random = createRandom('seed');
  return Array.from({ length: 2000 }, () => drawStrike([{ delay }], '', '', random)?.delay ?? -1);
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value) / values.length;

describe('drawStrike', () => {
  test.each<[Fault, boolean]>([
    [{}, true],
    [{ api: 'crego' }, true],
    [{ api: 'craftkit' }, false],
    [{ operation: 'listShares' }, true],
    [{ operation: 'createShare' }, false],
    [{ api: 'craftkit', operation: 'listShares' }, false],
    [{ rate: 0 }, false],
    [{ rate: 1 }, true],
  ])('lets %j strike a list of crego: %s', (fault, isStruck) => {
    expect(draw([fault]) !== undefined).toBe(isStruck);
  });

  test('adds up delays and takes the first outcome', () => {
    const faults: Fault[] = [{ delay: 1 }, { delay: 2, outcome: 'reset' }, { outcome: 'error' }];
    expect(draw(faults)).toEqual({ delay: 3, outcome: 'reset' });
  });

  test('strikes the share of requests that its rate says, the same ones for the same seed', () => {
    const history = (seed: string) => {
      const random = createRandom(seed);
      return Array.from(
        { length: 2000 },
        () => drawStrike([{ rate: 0.2 }], '', '', random) !== undefined,
      );
    };
    const struck = history('one').filter(Boolean).length;
    expect(struck).toBeGreaterThan(300);
    expect(struck).toBeLessThan(500);
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
