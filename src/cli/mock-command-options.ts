import type { SandboxCommandOptions } from './sandbox-options.ts';

/** Options of the command `mock`. */
export interface MockCommandOptions extends SandboxCommandOptions {
  /** Names of APIs, paths, or `name=path` each; none for all APIs of the project. */
  readonly files: readonly string[];
  readonly port: number;
  readonly host: string;
  readonly cors: boolean;
  /** Milliseconds for which the server finishes what is under way when it is to end. */
  readonly stopTimeout?: number | undefined;
  /** In bytes. */
  readonly bodyLimit?: number | undefined;
  /** Whether requests are left out of the log. */
  readonly quiet?: boolean;
  /** Whether start message and log are one JSON object per line. */
  readonly json?: boolean;
  /** Whether contracts are loaded anew when a file of them changes. */
  readonly watch: boolean;
  /** Whether collections that contracts describe are acted on where no behaviour is. */
  readonly stateful?: boolean | undefined;
  /** Whether any defect of a contract stops the start. */
  readonly strict?: boolean | undefined;
  /** Whether files are fetched over http(s). */
  readonly allowRemote?: boolean | undefined;
  /** Random data in place of examples. */
  readonly dynamic?: boolean | undefined;
  readonly seed?: string | undefined;
  readonly ignoreExamples?: boolean | undefined;
  /** Whether an answer that breaks a file given is an error. */
  readonly errors?: boolean | undefined;
  /** Whether random objects have members of any name. */
  readonly jsonSchemaFakerFillProperties?: boolean | undefined;
  readonly multiprocess?: boolean | undefined;
  /** Processes that share port and sandboxes; 1 by default. */
  readonly workers?: number | undefined;
  /** Level of Prism's log, whose lines of requests have the level `info`. */
  readonly verboseLevel?: string | undefined;
}
