import { describe, expect, test } from 'vitest';
import { createPace } from '../../../src/verify/send/create-pace.ts';

describe('createPace', () => {
  test('lets each request wait until the one before it is so long ago', async () => {
    const start = performance.now();
    const pace = createPace(1000);
    const { signal } = new AbortController();
    for (let count = 0; count < 20; count += 1) await pace(signal);
    // Timers may fire up to a millisecond early.
    expect(performance.now() - start).toBeGreaterThanOrEqual(17);
  });

  test('saves up no requests while none is sent', async () => {
    const clock = { now: 0 };
    const pace = createPace(0.001, () => clock.now);
    const controller = new AbortController();
    await pace(controller.signal);
    clock.now = 5_000_000;
    await pace(controller.signal);
    const third = pace(controller.signal);
    controller.abort();
    await expect(third).rejects.toMatchObject({ name: 'AbortError' });
  });
});
