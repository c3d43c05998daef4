import type { ShareSandboxes } from '../mock/create-mock.ts';
import type { StateLog } from '../mock/state/state-log.ts';
import type { StateStore } from '../mock/state/state-store.ts';
import { UsageError } from './usage-error.ts';

export interface StateOptions {
  /** File that keeps sandboxes across restarts, or URL of a store that servers share. */
  readonly state?: string | undefined;
  /** Whether a file that is not whole is used all the same. */
  readonly stateRepair?: boolean | undefined;
  /** Milliseconds after the last use of a shared sandbox until it goes. */
  readonly sandboxTtl?: number | undefined;
  /** Milliseconds by which answers may be behind the store. */
  readonly maxStaleness?: number | undefined;
  readonly maxSandboxes?: number | undefined;
}

/** Where a mock has its sandboxes. */
export interface OpenedState {
  /** File, for this process alone. */
  readonly store?: StateStore;
  /** Opens the sandboxes that servers share. */
  readonly share?: ShareSandboxes;
  readonly close: () => void | Promise<void>;
}

/** Milliseconds that a shared sandbox is kept which nobody uses, and their number, unless the command line says it. */
const SHARED_LIMITS = { sandboxTtl: 7 * 24 * 60 * 60 * 1000, maxSandboxes: 10_000 };

/**
 * Opens what `--state` names, if it is given; throws UsageError for what cannot keep state.
 *
 * `say` takes what is lost in a repair, and whether changes can be kept.
 */
export async function openState(
  options: StateOptions,
  say: (message: string) => void,
): Promise<OpenedState | undefined> {
  const { state, stateRepair = false } = options;
  const scheme = schemeOf(state);
  if (stateRepair && (state === undefined || scheme !== undefined)) {
    throw new UsageError('--state-repair needs the file of --state.');
  }
  if (scheme === undefined) refuseSharedOptions(options);
  if (state === undefined) return undefined;
  if (scheme === undefined) return openFile(state, stateRepair, say);
  return shareLog(await openLog(state, scheme, options, say), options);
}

/** Whether a state is a store that servers share, and no file. */
export function isStoreUrl(state: string | undefined): boolean {
  return schemeOf(state) !== undefined;
}

function schemeOf(state: string | undefined): string | undefined {
  return /^([a-z][a-z\d+.-]+):\/\//i.exec(state ?? '')?.[1]?.toLowerCase();
}

/** Shares the sandboxes of a log. */
export async function shareLog(
  log: StateLog,
  { maxStaleness }: Pick<StateOptions, 'maxStaleness'>,
): Promise<OpenedState> {
  const { shareSandboxes } = await import('../mock/shared-state/share-sandboxes.ts');
  return {
    share: (shared) => shareSandboxes(log, { ...shared, maxStaleness }),
    close: log.close,
  };
}

function refuseSharedOptions({ sandboxTtl, maxStaleness }: StateOptions): void {
  const name =
    (sandboxTtl !== undefined && '--sandbox-ttl') ||
    (maxStaleness !== undefined && '--max-staleness');
  if (name === false) return;
  throw new UsageError(
    `${name}: expected a store that servers share, such as --state valkey://localhost, found none. Name one, or leave it out.`,
  );
}

async function openFile(
  file: string,
  isRepaired: boolean,
  say: (message: string) => void,
): Promise<OpenedState> {
  const [{ openStateFile }, { StateFileError }] = await Promise.all([
    import('../mock/state-file/open-state-file.ts'),
    import('../mock/state-file/state-file-error.ts'),
  ]);
  const sayOfFile = (message: string) => say(`--state ${message}`);
  try {
    const onLoss = isRepaired ? sayOfFile : undefined;
    const store = openStateFile(file, { onNotice: sayOfFile, onLoss });
    return { store, close: store.close };
  } catch (error) {
    if (!(error instanceof StateFileError)) throw error;
    throw new UsageError(`--state ${error.message}`, { cause: error });
  }
}

async function openLog(
  url: string,
  scheme: string,
  { sandboxTtl, maxSandboxes }: StateOptions,
  say: (message: string) => void,
): Promise<StateLog> {
  const open = await loadStore(scheme);
  const { StateLogError } = await import('../mock/state-log/state-log-error.ts');
  try {
    return await open(url, {
      sandboxTtl: sandboxTtl ?? SHARED_LIMITS.sandboxTtl,
      maxSandboxes: maxSandboxes ?? SHARED_LIMITS.maxSandboxes,
      onNotice: (notice) => say(`--state ${notice}`),
    });
  } catch (error) {
    if (!(error instanceof StateLogError)) throw error;
    throw new UsageError(`--state ${error.message}`, { cause: error });
  }
}

async function loadStore(scheme: string) {
  if (/^(?:valkey|redis|rediss|valkeys)$/.test(scheme)) {
    const { openValkeyLog } = await import('../mock/state-valkey/open-valkey-log.ts');
    return openValkeyLog;
  }
  if (/^postgres(?:ql)?$/.test(scheme)) {
    const { openPostgresLog } = await import('../mock/state-postgres/open-postgres-log.ts');
    return openPostgresLog;
  }
  throw new UsageError(
    `--state: expected a file, or a URL of valkey://, redis:// or postgres://, found one of ${scheme}://. Name one of those.`,
  );
}
