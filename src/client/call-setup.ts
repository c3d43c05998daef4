import type { CallInput } from './call-input.ts';
import type { ClientOptions } from './client-options.ts';
import { joinSignals } from './join-signals.ts';

/** What a call is made by: its own settings, and those of the client where it has none. */
export interface CallSetup extends ClientOptions, CallInput {
  /** Aborted by the signal of the client, and by that of the call. */
  readonly signal: AbortSignal;
}

/** Puts the settings of a call before the options of its client, in whose place an absent value does not stand. */
export function setUpCall(options: ClientOptions, input: CallInput): CallSetup;
/** Does so with all members that there are. */
export function setUpCall(options: ClientOptions, input: CallInput): object {
  const setup: Record<string, unknown> = {
    ...input,
    signal: joinSignals(options.signal, input.signal),
  };
  for (const [name, value] of Object.entries(options)) setup[name] ??= value;
  return setup;
}
