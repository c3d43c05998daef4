import type { CliEnvironment } from './cli-environment.ts';

/** Resolves when the program is to end. */
export function waitForInterruption({ events }: Pick<CliEnvironment, 'events'>): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) events.once(signal, () => resolve());
  });
}
