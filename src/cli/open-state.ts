import type { StateStore } from '../mock/state/state-store.ts';
import { UsageError } from './usage-error.ts';

export interface StateOptions {
  /** File that keeps sandboxes across restarts. */
  readonly state?: string | undefined;
  /** Whether a file that is not whole is used all the same. */
  readonly stateRepair?: boolean | undefined;
}

/**
 * Opens the file of `--state`, if one is given; throws UsageError for one that cannot keep state.
 *
 * `say` takes what is lost in a repair, and whether changes can be kept.
 */
export async function openState(
  { state: file, stateRepair = false }: StateOptions,
  say: (message: string) => void,
): Promise<StateStore | undefined> {
  if (file === undefined) {
    if (stateRepair) throw new UsageError('--state-repair needs the file of --state.');
    return undefined;
  }
  const [{ openStateFile }, { StateFileError }] = await Promise.all([
    import('../mock/state-file/open-state-file.ts'),
    import('../mock/state-file/state-file-error.ts'),
  ]);
  const sayOfFile = (message: string) => say(`--state ${message}`);
  try {
    return openStateFile(file, {
      onNotice: sayOfFile,
      onLoss: stateRepair ? sayOfFile : undefined,
    });
  } catch (error) {
    if (!(error instanceof StateFileError)) throw error;
    throw new UsageError(`--state ${error.message}`, { cause: error });
  }
}
