import {
  type Arbitrary,
  array,
  boolean,
  constant,
  constantFrom,
  integer,
  oneof,
  record,
} from 'fast-check';

/** Where a server stands in a log, or believes to stand. */
export type Place = 'right' | 'behind' | 'ahead' | 'gone' | 'unknown';

export interface PlannedQuestion {
  readonly sandbox: string;
  readonly place: Place;
  readonly transactions: number;
  readonly setsSettings: boolean;
  readonly deliveries: number;
  readonly removes: boolean;
}

/** What one of two servers does. */
export type Step = { readonly server: number } & (
  | { readonly kind: 'exchange'; readonly questions: readonly PlannedQuestion[] }
  | { readonly kind: 'compact'; readonly sandbox: string; readonly place: Place }
  | { readonly kind: 'record'; readonly sandbox: string; readonly count: number }
  | { readonly kind: 'clear'; readonly sandbox: string }
  | { readonly kind: 'read'; readonly sandbox: string; readonly after: number }
  | { readonly kind: 'claim'; readonly limit: number; readonly ends: boolean }
);

const server = integer({ min: 0, max: 1 });
const sandbox = constantFrom('a', 'b', '__proto__');
const place: Arbitrary<Place> = oneof(
  { weight: 3, arbitrary: constant<Place>('right') },
  { weight: 2, arbitrary: constantFrom<Place>('behind', 'ahead', 'gone', 'unknown') },
);
const question: Arbitrary<PlannedQuestion> = record({
  sandbox,
  place,
  transactions: integer({ min: 0, max: 3 }),
  setsSettings: boolean(),
  deliveries: integer({ min: -2, max: 2 }).map((count) => Math.max(count, 0)),
  removes: integer({ min: 0, max: 4 }).map((chance) => chance === 4),
});

/** Steps of a history at random. */
export const STEPS: Arbitrary<Step[]> = array(
  oneof<Arbitrary<Step>[]>(
    record({
      kind: constant('exchange'),
      server,
      questions: array(question, { maxLength: 4 }),
    }),
    record({
      kind: constant('exchange'),
      server,
      questions: array(question, { minLength: 1, maxLength: 1 }),
    }),
    record({ kind: constant('compact'), server, sandbox, place }),
    record({ kind: constant('record'), server, sandbox, count: integer({ min: 0, max: 150 }) }),
    record({ kind: constant('clear'), server, sandbox }),
    record({ kind: constant('read'), server, sandbox, after: integer({ min: 0, max: 400 }) }),
    record({
      kind: constant('claim'),
      server,
      limit: integer({ min: 1, max: 3 }),
      ends: boolean(),
    }),
  ),
  { minLength: 1, maxLength: 40, size: 'max' },
);
