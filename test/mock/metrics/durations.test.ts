import { describe, expect, test } from 'vitest';
import {
  addDuration,
  createDurations,
  DURATION_BOUNDS,
} from '../../../src/mock/metrics/durations.ts';

describe('addDuration', () => {
  test.each<[milliseconds: number, index: number]>([
    [0, 0],
    [0.5, 0],
    [0.50001, 1],
    [10_000, DURATION_BOUNDS.length - 1],
    [10_001, DURATION_BOUNDS.length],
    [Number.POSITIVE_INFINITY, DURATION_BOUNDS.length],
  ])('counts %d ms at %d', (milliseconds, index) => {
    const durations = createDurations();
    addDuration(durations, milliseconds);
    expect(durations.counts.indexOf(1)).toBe(index);
    expect(durations.counts).toHaveLength(DURATION_BOUNDS.length + 1);
    expect(durations.sum).toBe(milliseconds);
  });
});
