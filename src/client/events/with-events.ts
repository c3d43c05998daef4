import type { CallInput } from '../call-input.ts';
import type { Bindable, Operation } from '../operation.ts';
import type { AnyOperation, CallArgument, OperationInput } from '../operation-types.ts';
import type { Connection } from '../outcome.ts';
import type { Route } from '../route.ts';
import { type EventOptions, readEvents, type ServerSentEvent } from './read-events.ts';

/** Arguments of a call, and how its events are read. */
type EventArguments<Types extends AnyOperation> =
  Record<never, never> extends OperationInput<Types>
    ? [input?: CallArgument<Types, never>, options?: EventOptions]
    : [input: CallArgument<Types, never>, options?: EventOptions];

/** Iterator over the events that a server sends. */
interface EventIterator<Arguments extends readonly unknown[]> {
  readonly events: (...input: Arguments) => AsyncGenerator<ServerSentEvent, void, undefined>;
}

type TypesOf<Call> = Call extends Operation<infer Types, infer _> ? Types : AnyOperation;

/** Operation whose answers are server-sent events. */
export type EventOperation<Call> = Call &
  EventIterator<[client: Connection, ...EventArguments<TypesOf<Call>>]> &
  Bindable<
    (Call extends Bindable<infer Method> ? Method : never) &
      EventIterator<EventArguments<TypesOf<Call>>>
  >;

/** Adds the iterator over events to an operation. */
export function withEvents<Call extends Routed>(operation: Call): EventOperation<Call>;
/** Adds it to one of which no types are known. */
export function withEvents(operation: Routed): object {
  const { route } = operation;
  return Object.assign(operation, {
    events: (client: Connection, input?: CallInput, options?: EventOptions) =>
      readEvents(client, route, input, options),
  });
}

interface Routed {
  readonly route: Route;
}
