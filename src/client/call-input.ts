import type { CallSettings, HeaderValues } from './client-options.ts';

/** How the body of a success is read; by what the contract and the media type say unless given. */
export type ParseAs = 'json' | 'text' | 'blob' | 'arrayBuffer' | 'stream';

/** Argument of a call, whose parts are typed by the contract. */
export interface CallInput extends CallSettings {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: object;
  readonly headers?: HeaderValues;
  readonly cookies?: object;
  readonly body?: unknown;
  readonly parseAs?: ParseAs;
  /** URL of the request, where an answer gave it. */
  readonly url?: string;
}
