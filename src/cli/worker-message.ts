import type { ProcessFigures } from '../mock/metrics/peers.ts';
import type { LogCall, LogReply } from '../mock/state-log/log-call.ts';

/** What a worker tells the process that started it. */
export type FromWorker =
  | { readonly kind: 'log-call'; readonly call: LogCall }
  /** It listens; the message says where. */
  | { readonly kind: 'started'; readonly message: string }
  /** It wants the metrics of all other workers. */
  | { readonly kind: 'peers-asked'; readonly id: number }
  /** Its metrics, which it was asked for. */
  | { readonly kind: 'figures'; readonly id: number; readonly figures: ProcessFigures };

/** What a worker is told. */
export type ToWorker =
  | { readonly kind: 'log-reply'; readonly reply: LogReply }
  /** Its metrics are wanted. */
  | { readonly kind: 'figures-asked'; readonly id: number }
  /** The metrics of all other workers, which it asked for. */
  | { readonly kind: 'peers'; readonly id: number; readonly peers: readonly ProcessFigures[] }
  /** It is to finish what is under way, and end. */
  | { readonly kind: 'stop' };
