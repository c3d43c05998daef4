import type { JsonCursor } from '../contract/model/json-cursor.ts';
import type { Found, Spot } from './change.ts';
import type { Flow } from './flow.ts';
import type { Rating, Ratings } from './rating.ts';
import type { Endpoint } from './read-endpoints.ts';

/** Finding at a place of an endpoint, such as `query "limit"`; empty for the endpoint as a whole. */
export interface PlacedFound extends Found {
  readonly place: string;
}

/** One endpoint in two versions of a contract. */
export interface EndpointPair {
  readonly before: Endpoint;
  readonly after: Endpoint;
  /** Way of its requests. */
  readonly flow: Flow;
  /** Compares two versions of a schema that the endpoint reaches. */
  readonly reach: (
    before: Spot | undefined,
    after: Spot | undefined,
    flow: Flow,
    place: string,
  ) => void;
}

/** Finds how two versions of an endpoint differ, and reaches the schemas of its part of it. */
export type EndpointRule = (pair: EndpointPair) => readonly PlacedFound[];

/** Ratings for whoever calls, and for whoever answers. */
export interface CallRatings {
  readonly caller: Rating;
  readonly server: Rating;
}

/** Makes a finding; an operation is called by the consumer, a webhook by the provider. */
export function findInCall(
  { flow }: Pick<EndpointPair, 'flow'>,
  rule: string,
  place: string,
  what: string,
  { caller, server }: CallRatings,
  before: JsonCursor | undefined,
  after: JsonCursor | undefined,
): PlacedFound {
  const ratings: Ratings =
    flow === 'to-provider'
      ? { consumer: caller, provider: server }
      : { consumer: server, provider: caller };
  return { ...ratings, rule, place, what, before: spotOf(before), after: spotOf(after) };
}

/** Spot of a part, without its value. */
export function spotOf(cursor: JsonCursor | undefined): Spot | undefined {
  return cursor && { pointer: cursor.pointer, value: undefined };
}

/** Spot of a member with its value. */
export function schemaOf(cursor: JsonCursor | undefined): Spot | undefined {
  return cursor && { pointer: cursor.pointer, value: cursor.node };
}
