import { adviseOnListening } from './system-error.ts';
import { UsageError } from './usage-error.ts';

/** Address of servers that are for this machine alone. */
export const LOOPBACK = '127.0.0.1';

/** Listens on LOOPBACK. Throws UsageError for a port that cannot be had. */
export async function listenOrExplain<T>(port: number, listen: () => Promise<T>): Promise<T> {
  try {
    return await listen();
  } catch (error) {
    const advice = adviseOnListening(error, port, LOOPBACK);
    throw advice === undefined ? error : new UsageError(advice, { cause: error });
  }
}
