/** Server that a recording is replayed on. */
export interface ReplayServer {
  /** Origin of the provider's host: targets are paths on it. */
  readonly origin: string;
  /** Control of its state and clock; without it the world must be there already, and time is the real one. */
  readonly control?: ServerControl | undefined;
  /** Finds the operation of a request that does not name it. */
  readonly findOperation?: (method: string, target: string) => string | undefined;
}

/** How the state and clock of a mock are changed. */
export interface ServerControl {
  /** Puts a row; the key is that of its table. */
  readonly putRow: (
    table: string,
    key: string,
    row: Readonly<Record<string, unknown>>,
  ) => Promise<void>;
  readonly deleteRow: (table: string, key: string) => Promise<void>;
  readonly getRow: (
    table: string,
    key: string,
  ) => Promise<Readonly<Record<string, unknown>> | undefined>;
  /** Sets the clock to an instant in milliseconds, at which it stands still: a busy machine takes its time. */
  readonly setClock: (instant: number) => Promise<void>;
}
