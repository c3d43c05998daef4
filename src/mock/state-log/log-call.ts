import type { StateLog } from '../state/state-log.ts';

/** Functions of a log that another process can call, by name. */
export interface LogFunctions extends Pick<StateLog, 'exchange' | 'compact' | 'list' | 'count'> {
  readonly appendEntries: StateLog['journals']['append'];
  readonly readEntries: StateLog['journals']['read'];
  readonly clearEntries: StateLog['journals']['clear'];
  readonly claim: StateLog['deliveries']['claim'];
  readonly extend: StateLog['deliveries']['extend'];
  readonly end: StateLog['deliveries']['end'];
}

export type LogFunctionName = keyof LogFunctions;

/** Call of a function, as it is sent to the process that has the log. */
export type LogCall = {
  readonly [Name in LogFunctionName]: {
    readonly id: number;
    readonly name: Name;
    readonly args: Parameters<LogFunctions[Name]>;
  };
}[LogFunctionName];

/** What came of a call. */
export type LogReply =
  | { readonly id: number; readonly kind: 'result'; readonly result: unknown }
  | {
      readonly id: number;
      readonly kind: 'error';
      readonly message: string;
      /** Whether it is a StateUnavailableError. */
      readonly isUnavailable: boolean;
      readonly retryAfter: number | undefined;
    };
