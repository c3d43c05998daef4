import type { HeaderFields } from '../../contract/model/header-reader.ts';
import type { Random } from '../state/random.ts';
import type { Table, TableSpec, TableSpecs } from '../state/table.ts';
import type { ApiRequest, Refusal } from './refusal.ts';
import type { Reply } from './reply.ts';
import type { WebhookMessage } from './webhook-message.ts';

/** How a provider behaves: handlers that read and change the state of a sandbox. */
export interface Behaviour extends BehaviourOf<UntypedOperations, TableSpecs, unknown> {}

/** Behaviour typed by the `operations` that are generated from a contract. */
export interface BehaviourOf<Operations, Tables extends TableSpecs, Caller> {
  /** Instant at which the documented examples were true, as an ISO 8601 date-time. */
  readonly epoch: string;
  readonly tables: Tables;
  /** Functions that fill an empty world, by the name that scenarios use in `seed`. */
  readonly seeds: Readonly<Record<string, Seed<Operations, Tables>>> & {
    readonly default: Seed<Operations, Tables>;
  };
  /** Identifies the caller, or refuses with a reply. Without it `caller` is `undefined`. */
  readonly identify?: (context: Context<Tables>) => Identified<Caller>;
  /** Handlers by `operationId`. An operation without one answers with its examples. */
  readonly handlers: {
    readonly [Id in keyof Operations]?: Handler<Operations[Id], Tables, Caller>;
  };
  /** Pages that the provider serves outside its API, such as the target of a share link. */
  readonly pages?: readonly Page<Tables, Caller>[];
  /** Says in few words what there is, such as every share, for those who look at a sandbox. */
  readonly summarize?: (view: SummaryView<Tables>) => readonly ItemSummary[];
}

/** State that is summarised. */
export type SummaryView<Tables extends TableSpecs = TableSpecs> = Pick<
  Context<Tables>,
  'tables' | 'now' | 'settings' | 'link'
>;

/** One share, or whatever else a provider keeps for people, in few words. */
export interface ItemSummary {
  /** Key, which no other item of its kind has. */
  readonly id: string;
  /** What it is, such as `share`. */
  readonly kind: string;
  /** What a person would call it. */
  readonly label: string;
  /** URL that it is opened by. */
  readonly link: string | null;
  /** `locked` ones need a password besides the link; `expired` ones ended by themselves, `revoked` ones were ended. */
  readonly state: 'active' | 'expired' | 'revoked' | 'locked';
  /** In Unix milliseconds, as the time of its end. */
  readonly createdAt: number | null;
  readonly expiresAt: number | null;
}

/** Fills an empty world. */
export type Seed<Operations, Tables extends TableSpecs> = (
  world: SeededWorld<Operations, Tables>,
) => void;

/** World that a seed fills. */
export interface SeededWorld<Operations, Tables extends TableSpecs> {
  readonly tables: OpenTables<Tables>;
  readonly random: Random;
  /** Documented ISO 8601 instant in Unix milliseconds, shifted from `epoch` to clock start. */
  readonly at: (instant: string) => number;
  /** Value of a response example. Throws ContractError if the operation has no such example. */
  readonly example: <Id extends keyof Operations & string>(
    operation: Id,
    key: string,
  ) => SuccessOf<Operations[Id]>;
}

export type OpenTables<Tables extends TableSpecs> = {
  readonly [Name in keyof Tables]: Tables[Name] extends TableSpec<infer Row, infer IndexName>
    ? Table<Row, IndexName>
    : never;
};

/** The caller, or the reply that refuses the request. */
export type Identified<Caller> = { readonly caller: Caller } | { readonly reply: Reply };

/** What handlers, pages and `identify` may read and change while they answer a request. */
export interface Context<Tables extends TableSpecs = TableSpecs> {
  readonly tables: OpenTables<Tables>;
  readonly random: Random;
  /** Current time of the sandbox in Unix milliseconds, with a fraction. */
  readonly now: number;
  readonly request: ApiRequest;
  /** Value of the `Authorization` header without the scheme `Bearer`; empty if there is none. */
  readonly credentials: string;
  readonly settings: BehaviourSettings;
  /** True for a page, and for an operation without security requirements. */
  readonly isPublic: boolean;
  /** Converts a path on the provider's host to the URL at which this sandbox serves it. */
  readonly link: (path: string) => string;
  /** Sends a webhook once the changes are committed; `describe` runs only for a receiver. */
  readonly emit: (describe: () => WebhookMessage) => void;
}

/** How strict behaviours are. */
export interface BehaviourSettings {
  /** Whether a parent resource must have been created; otherwise any parent id is accepted. */
  readonly closedWorld: boolean;
  /** Whether credentials must have been issued or configured; otherwise any are accepted. */
  readonly strictAuth: boolean;
  /** Configured bearer tokens and API keys. */
  readonly credentials: ReadonlySet<string>;
}

/** Call of an operation, with parameters and body decoded and validated against the contract. */
export interface Call<Operation, Tables extends TableSpecs, Caller> extends Context<Tables> {
  readonly path: ParameterOf<Operation, 'path'>;
  readonly query: ParameterOf<Operation, 'query'>;
  readonly body: BodyOf<Operation>;
  readonly caller: Caller;
}

/**
 * Answers a call in one transaction: if it throws or its answer is refused, nothing changes. A refusal is worded as the
 * mock words its own.
 */
export type Handler<Operation, Tables extends TableSpecs, Caller> = (
  call: Call<Operation, Tables, Caller>,
) => AnswerOf<Operation> | Refusal;

/** Page on the provider's host, outside its API. In `path`, `{name}` matches one segment. */
export interface Page<Tables extends TableSpecs, Caller> {
  readonly method: string;
  readonly path: string;
  readonly handle: (call: PageCall<Tables, Caller>) => Reply;
}

/** Request for a page, with the caller that `identify` found. */
export interface PageCall<Tables extends TableSpecs, Caller> extends Context<Tables> {
  /** Path segments by name, still percent-encoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly caller: Caller;
}

/** Types a behaviour by the `operations` that are generated from a contract. */
export function defineBehaviour<Operations>() {
  return <Tables extends TableSpecs, Caller = undefined>(
    behaviour: BehaviourOf<Operations, Tables, Caller>,
    // Each handler gets a call of its own operation, which the type of all handlers cannot express.
  ): Behaviour => behaviour as unknown as Behaviour;
}

/** Types the spec of a table by its rows. */
export function defineTable<Row extends object>() {
  return <IndexName extends string = never>(
    spec: TableSpec<Row, IndexName>,
  ): TableSpec<Row, IndexName> => spec;
}

type UntypedOperations = Readonly<Record<string, unknown>>;

type ParameterOf<Operation, Location extends string> = Operation extends {
  readonly parameters: infer Parameters;
}
  ? Location extends keyof Parameters
    ? NonNullable<Parameters[Location]>
    : Record<string, never>
  : Readonly<Record<string, unknown>>;

type BodyOf<Operation> = Operation extends {
  readonly requestBody: { readonly content: infer Content };
}
  ? Content[keyof Content]
  : Operation extends { readonly requestBody?: { readonly content: infer Content } }
    ? Content[keyof Content] | undefined
    : unknown;

/** One of the responses that the contract declares for an operation. */
export type AnswerOf<Operation> = Operation extends { readonly responses: infer Responses }
  ? {
      [Status in keyof Responses & number]: AnswerWith<Status, ContentOf<Responses[Status]>>;
    }[keyof Responses & number]
  : Reply;

interface AnswerWith<Status, Content> {
  readonly status: Status;
  readonly headers?: HeaderFields;
  /** Defaults to the first media type that the contract declares for the response. */
  readonly mediaType?: string;
  readonly body?: Content;
  /** In the place of `body`: see `Reply`. */
  readonly stream?: () => ReadableStream<Uint8Array>;
}

type ContentOf<Response> = Response extends { readonly content: infer Content }
  ? Content[keyof Content]
  : undefined;

/** Body of a successful response. */
type SuccessOf<Operation> = Operation extends { readonly responses: infer Responses }
  ? ContentOf<Responses[keyof Responses & (200 | 201 | 202)]>
  : unknown;
