import type { Random } from '../state/random.ts';
import type { Table, TableSpec, TableSpecs } from '../state/table.ts';
import type { ApiRequest } from './refusal.ts';
import type { Reply } from './reply.ts';
import type { WebhookMessage } from './webhook-message.ts';

/** How a provider behaves: its rules over the state of a sandbox, for the operations that have a handler. */
export interface Behaviour extends BehaviourOf<UntypedOperations, TableSpecs, unknown> {}

/** A behaviour whose values are typed by the `operations` that were generated from a contract. */
export interface BehaviourOf<Operations, Tables extends TableSpecs, Caller> {
  /** Moment at which the documented examples were true, as an ISO 8601 date-time. */
  readonly epoch: string;
  readonly tables: Tables;
  /** Ways to fill a fresh world, by the name that scenarios call them. */
  readonly seeds: Readonly<Record<string, Seed<Operations, Tables>>> & {
    readonly default: Seed<Operations, Tables>;
  };
  /** Tells who calls; without it everybody is the same. */
  readonly identify?: (context: Context<Tables>) => Identified<Caller>;
  /** Handlers by `operationId`; any other operation answers its examples. */
  readonly handlers: {
    readonly [Id in keyof Operations]?: Handler<Operations[Id], Tables, Caller>;
  };
  /** What the provider serves beside its API, such as the pages that links lead to. */
  readonly pages?: readonly Page<Tables, Caller>[];
}

/** Fills a fresh world. */
export type Seed<Operations, Tables extends TableSpecs> = (
  world: SeededWorld<Operations, Tables>,
) => void;

export interface SeededWorld<Operations, Tables extends TableSpecs> {
  readonly tables: OpenTables<Tables>;
  readonly random: Random;
  /** Documented instant, moved as the world was moved; ISO 8601 in, milliseconds of the epoch out. */
  readonly at: (instant: string) => number;
  /** Body of a response by its example in the contract. */
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

export type Identified<Caller> = { readonly caller: Caller } | { readonly reply: Reply };

/** What every rule of a behaviour may read and change while it answers a request. */
export interface Context<Tables extends TableSpecs = TableSpecs> {
  readonly tables: OpenTables<Tables>;
  readonly random: Random;
  /** Time of the sandbox in milliseconds of the epoch, with a fraction. */
  readonly now: number;
  readonly request: ApiRequest;
  /** Credentials of the `Authorization` header without the scheme `Bearer`; empty where there are none. */
  readonly credentials: string;
  readonly settings: BehaviourSettings;
  /** Whether no credentials are needed: for a page, or an operation whose contract wants none. */
  readonly isPublic: boolean;
  /** URL at which this mock serves a path of the provider's host, in this sandbox. */
  readonly link: (path: string) => string;
  /** Sends a message to the receiver of webhooks once the changes are kept; `describe` is called only if there is one. */
  readonly emit: (describe: () => WebhookMessage) => void;
}

/** How strict behaviours are. */
export interface BehaviourSettings {
  /** Whether parents that nobody created are unknown. */
  readonly closedWorld: boolean;
  /** Whether only credentials are accepted that were issued or configured. */
  readonly strictAuth: boolean;
  /** Bearer tokens and keys that are configured. */
  readonly credentials: ReadonlySet<string>;
}

/** One call of an operation, its values decoded and checked against the contract. */
export interface Call<Operation, Tables extends TableSpecs, Caller> extends Context<Tables> {
  readonly path: ParameterOf<Operation, 'path'>;
  readonly query: ParameterOf<Operation, 'query'>;
  readonly body: BodyOf<Operation>;
  readonly caller: Caller;
}

export type Handler<Operation, Tables extends TableSpecs, Caller> = (
  call: Call<Operation, Tables, Caller>,
) => AnswerOf<Operation>;

/** Path of the provider's host outside its API; `{name}` stands for one segment. */
export interface Page<Tables extends TableSpecs, Caller> {
  readonly method: string;
  readonly path: string;
  readonly handle: (call: PageCall<Tables, Caller>) => Reply;
}

/** Request for a page. */
export interface PageCall<Tables extends TableSpecs, Caller> extends Context<Tables> {
  /** Segments of the path by name, percent-encoding still in place. */
  readonly path: Readonly<Record<string, string>>;
  readonly caller: Caller;
}

/** Writes a behaviour whose handlers are typed by the `operations` that were generated from a contract. */
export function defineBehaviour<Operations>() {
  return <Tables extends TableSpecs, Caller = undefined>(
    behaviour: BehaviourOf<Operations, Tables, Caller>,
    // The engine hands each rule what it was written for, which no type can say of all rules at once.
  ): Behaviour => behaviour as unknown as Behaviour;
}

/** Describes a table of a kind of rows. */
export function defineTable<Row extends object>() {
  return <IndexName extends string = never>(
    spec: TableSpec<Row, IndexName>,
  ): TableSpec<Row, IndexName> => spec;
}

type UntypedOperations = Readonly<Record<string, unknown>>;

type ParameterOf<Operation, Place extends string> = Operation extends {
  readonly parameters: infer Parameters;
}
  ? Place extends keyof Parameters
    ? NonNullable<Parameters[Place]>
    : Record<string, never>
  : Readonly<Record<string, unknown>>;

type BodyOf<Operation> = Operation extends {
  readonly requestBody: { readonly content: infer Content };
}
  ? Content[keyof Content]
  : Operation extends { readonly requestBody?: { readonly content: infer Content } }
    ? Content[keyof Content] | undefined
    : unknown;

/** One of the answers that a contract declares. */
export type AnswerOf<Operation> = Operation extends { readonly responses: infer Responses }
  ? {
      [Status in keyof Responses & number]: AnswerWith<Status, ContentOf<Responses[Status]>>;
    }[keyof Responses & number]
  : Reply;

interface AnswerWith<Status, Content> {
  readonly status: Status;
  readonly headers?: Readonly<Record<string, string>>;
  /** First media type of the response unless given. */
  readonly mediaType?: string;
  readonly body?: Content;
}

type ContentOf<Response> = Response extends { readonly content: infer Content }
  ? Content[keyof Content]
  : undefined;

/** Bodies of the answers that tell of a success. */
type SuccessOf<Operation> = Operation extends { readonly responses: infer Responses }
  ? ContentOf<Responses[keyof Responses & (200 | 201 | 202)]>
  : unknown;
