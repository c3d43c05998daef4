import type { Sandbox } from './sandbox/sandbox.ts';
import type { WireRequest } from './wire.ts';

/** Request whose sandbox is known; its path does not name it any more. */
export interface RoutedRequest extends WireRequest {
  readonly sandbox: Sandbox;
  /** URL below which the server is reached in this sandbox, without a trailing slash. */
  readonly base: string;
}
