import { z } from 'zod';

/** Name and value of a header, as sent. */
export type Header = readonly [name: string, value: string];

/** Recorded answer. Tokens in its body are written `<jwt>`. */
export interface RecordedAnswer {
  readonly status: number;
  /** Headers that were recorded, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON value; a text; or what was kept of another body, see `BodyOutline`. */
  readonly body?: unknown;
}

/** Request of a history, with the answer that the real server gave. */
export interface RecordedExchange {
  readonly kind: 'exchange';
  readonly place: Place;
  readonly operationId: string | undefined;
  /** Actor whose credentials are sent. */
  readonly as: string | undefined;
  readonly method: string;
  /** Path and query on the provider's host, with the recorded values. */
  readonly target: string;
  readonly headers: readonly Header[];
  /** A value that is sent as JSON, or text of which each character is one byte; `undefined` for no body. */
  readonly body: unknown;
  /** Names for values of the answer, by JSON pointer: `{"ref_z1": "/data/refresh_token"}`. */
  readonly save: Readonly<Record<string, string>>;
  /** Instant of the request, ISO 8601, where it matters. */
  readonly at: string | undefined;
  /** `undefined` where the answer was not recorded. */
  readonly answer: RecordedAnswer | undefined;
}

/** Change of state that no request of the API makes: a row of a table is changed or removed. */
export interface StateChange {
  readonly kind: 'state';
  readonly place: Place;
  readonly table: string;
  readonly key: string;
  /** Members to set; `null` takes a member away. `undefined` removes the row. */
  readonly set: Readonly<Record<string, unknown>> | undefined;
}

export type Step = RecordedExchange | StateChange;

export type Row = Readonly<Record<string, unknown>>;

/** Where a step stands, for messages. */
export interface Place {
  readonly history: string;
  /** Position in the history. */
  readonly n: number;
  /** What the step tries. */
  readonly name: string;
}

/** Requests in the order in which they were sent, from a fresh world on. */
export interface History {
  readonly name: string;
  /** Recorded values of the names in it, as far as they are known. */
  readonly names: ReadonlyMap<string, string>;
  readonly steps: readonly Step[];
}

/** All histories of one server, and what is needed to replay them. */
export interface Recording {
  readonly about: About;
  /** Rows to start from, by table. */
  readonly state: Readonly<Record<string, readonly Row[]>>;
  readonly histories: readonly History[];
}

const Pointer = z.string().regex(/^(\/.*)?$/, 'Expected a JSON pointer such as /data/id.');
const Text = z.string().min(1);

const Token = z.strictObject({
  key: z.string(),
  algorithm: z.enum(['HS256', 'HS384', 'HS512', 'none']).default('HS256'),
  /** A claim `exp`, `nbf` or `iat` counts in seconds from now. Texts may hold `<<names>>`. */
  claims: z.record(z.string(), z.unknown()),
  /** Number of characters that are cut off at the end. */
  cut: z.number().int().default(0),
});

/** What a name in a history stands for. */
const Name = z.union([
  z.strictObject({ value: z.string() }),
  z.strictObject({ token: Token }),
  /** Part of the answer to request `n`, such as `$1`; `otherwise`, where it has none. `match` is a regular expression. */
  z.strictObject({ n: Text, pointer: Pointer, match: Text, otherwise: z.string() }),
]);

const Outcome = z.strictObject({
  operationId: Text.optional(),
  method: Text.optional(),
  target: Text.optional(),
  /** Member that the body has. */
  body: Text.optional(),
  status: z.number().int().optional(),
  code: z.unknown().optional(),
  message: z.string().optional(),
});

/** Difference from the real server that is known and meant. */
const Deviation = z.strictObject({
  name: Text,
  reason: Text,
  /** Whether the request is for something that the contract does not have; then it does not count. */
  outside: z.boolean().default(false),
  /** What was asked and recorded, `target` being a regular expression. */
  recorded: Outcome.optional(),
  /** What is answered instead. */
  ours: Outcome.omit({ operationId: true, method: true, target: true }).optional(),
});

/** Schema of `recording.yaml`. */
export const About = z.strictObject({
  /** Server and version that answered. */
  server: Text,
  date: Text,
  /** How the answers were recorded. */
  made: Text.optional(),
  /** Name of the API in this project, or its OpenAPI file. */
  api: Text,
  /** Origin in recorded answers. */
  origin: z.string().default(''),
  /** Pointers to the outcome in a body, where the API has an envelope. */
  outcome: z.strictObject({ code: Pointer, message: Pointer }).optional(),
  /** Members whose values a server makes up, besides ids, tokens, URLs and UUIDs. */
  opaque: z.array(Text).default([]),
  /** Patterns of members that say nothing. */
  ignore: z.array(Text).default([]),
  /** How strict the mock is, and the scenario it starts from. */
  settings: z
    .strictObject({
      closedWorld: z.boolean().default(false),
      strictAuth: z.boolean().default(false),
    })
    .default({ closedWorld: false, strictAuth: false }),
  scenario: Text.default('default'),
  /** Rows to start from, by table: JSON lines, relative to `recording.yaml`. */
  state: z.record(Text, Text).default({}),
  /** Pointer to the key in the rows of each table; `/id` by default. */
  keys: z.record(Text, Pointer).default({}),
  actors: z
    .record(
      Text,
      z.strictObject({
        method: Text,
        target: Text,
        body: z.unknown(),
        save: z.record(Text, Pointer),
        authorization: Text,
      }),
    )
    .default({}),
  names: z.record(Text, Name).default({}),
  deviations: z.array(Deviation).default([]),
});

export type About = z.infer<typeof About>;
export type TokenSpec = z.infer<typeof Token>;
export type Deviation = z.infer<typeof Deviation>;
