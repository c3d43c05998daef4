import type { CallInput, ParseAs } from './call-input.ts';
import { FailureError } from './errors/failure-error.ts';
import type {
  AnyOperation,
  CallArguments,
  DataOf,
  FailureOf,
  SafeResult,
} from './operation-types.ts';
import type { Connection } from './outcome.ts';
import type { Route } from './route.ts';

/** Members that an operation and a method of a client have in common. */
export interface OperationFacts<Types extends AnyOperation, Wrapper> {
  readonly route: Route;
  /** Whether an error is a documented failure of this operation. */
  readonly isFailure: (error: unknown) => error is FailureOf<Types, Wrapper>;
}

/** Method of a client: returns the data of a success, and throws a ClientError otherwise. */
export interface OperationMethod<Types extends AnyOperation, Wrapper = undefined>
  extends OperationFacts<Types, Wrapper> {
  <As extends ParseAs | undefined = undefined>(
    ...input: CallArguments<Types, Exclude<As, undefined>>
  ): Promise<DataOf<Types, Wrapper, As>>;
  /** Returns whatever comes of the call, and never throws. */
  readonly safe: <As extends ParseAs | undefined = undefined>(
    ...input: CallArguments<Types, Exclude<As, undefined>>
  ) => Promise<SafeResult<Types, Wrapper, As>>;
  readonly baseUrl: string;
}

/** Function that calls an operation through a client. */
export interface OperationCall<Types extends AnyOperation, Wrapper = undefined>
  extends OperationFacts<Types, Wrapper> {
  <As extends ParseAs | undefined = undefined>(
    client: Connection,
    ...input: CallArguments<Types, Exclude<As, undefined>>
  ): Promise<DataOf<Types, Wrapper, As>>;
  /** Returns whatever comes of the call, and never throws. */
  readonly safe: <As extends ParseAs | undefined = undefined>(
    client: Connection,
    ...input: CallArguments<Types, Exclude<As, undefined>>
  ) => Promise<SafeResult<Types, Wrapper, As>>;
}

/** Function that calls an operation through a client. */
export interface Operation<Types extends AnyOperation, Wrapper = undefined>
  extends OperationCall<Types, Wrapper>,
    Bindable<OperationMethod<Types, Wrapper>> {}

/** What a client has a method for. */
export interface Bindable<Method> {
  /** Type of that method; there is no such value. */
  readonly methodType?: Method;
}

/** Makes the function that calls an operation, typed by its generated types. */
export function operation<Types extends AnyOperation, Wrapper = undefined>(
  route: Route,
): Operation<Types, Wrapper>;
/** Makes one of which no types are known. */
export function operation(route: Route): unknown {
  const call = async (client: Connection, input?: CallInput): Promise<unknown> => {
    const outcome = await client.send(route, input);
    if (outcome.ok) return outcome.data;
    throw outcome.error;
  };
  return Object.assign(call, {
    route,
    safe: (client: Connection, input?: CallInput) => client.send(route, input),
    isFailure: (error: unknown) =>
      error instanceof FailureError && error.path === route.path && error.operation === route.name,
  });
}
