import type { StateStore } from '../mock/state/state-store.ts';
import { UsageError } from './usage-error.ts';

/** Opens the file of `--state`, if one is given; throws UsageError for one that cannot keep state. */
export async function openState(file: string | undefined): Promise<StateStore | undefined> {
  if (file === undefined) return undefined;
  const [{ openStateFile }, { StateFileError }] = await Promise.all([
    import('../mock/state-file/open-state-file.ts'),
    import('../mock/state-file/state-file-error.ts'),
  ]);
  try {
    return openStateFile(file);
  } catch (error) {
    if (!(error instanceof StateFileError)) throw error;
    throw new UsageError(`--state ${error.message}`, { cause: error });
  }
}
