import type { LogCall, LogReply } from '../mock/state-log/log-call.ts';

/** What a worker tells the process that started it. */
export type FromWorker =
  | { readonly kind: 'log-call'; readonly call: LogCall }
  /** It listens; the message says where. */
  | { readonly kind: 'started'; readonly message: string };

/** What a worker is told. */
export type ToWorker =
  | { readonly kind: 'log-reply'; readonly reply: LogReply }
  /** It is to finish what is under way, and end. */
  | { readonly kind: 'stop' };
