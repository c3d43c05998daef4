import type { Operation } from '../model/contract.ts';

/** What an operation does with a collection. */
export type Role = 'list' | 'create' | 'show' | 'replace' | 'change' | 'remove';

/** Resources of one kind, as a contract describes them: the rows of one table. */
export interface Collection {
  /** Name of its table, such as `pets`. */
  readonly name: string;
  /** Path template of the collection, such as `/owners/{ownerId}/pets`. */
  readonly path: string;
  /** Path template of one item; `undefined` where no operation is about one. */
  readonly itemPath: string | undefined;
  /** Members that lead to the key of an item, such as `id`, or `metadata` and `name`. */
  readonly key: readonly string[];
  /** Whether the key is no member of an item, and known to the table alone. */
  readonly isKeyHidden: boolean;
  /** Items that these belong to, from the outermost one. */
  readonly parents: readonly Parent[];
  readonly operations: readonly CollectionOperation[];
}

/** Item that others belong to: the path parameter that names it, and the member in which they keep it. */
export interface Parent {
  readonly parameter: string;
  readonly member: string;
  /** Whether the member is none of an item, and known to the table alone. */
  readonly isHidden: boolean;
}

/** Operation of a collection, and what is recognised of its messages. */
export interface CollectionOperation {
  readonly role: Role;
  readonly operation: Operation;
  /** Path parameter that has the key; `undefined` where the body or nothing has it. */
  readonly keyParameter: string | undefined;
  /** Path parameters that rows must agree with. */
  readonly scope: readonly Parent[];
  /** Status of its success. */
  readonly status: number;
  /** Members that lead to the item in a request body, such as `data`; none where it is the body. */
  readonly requestEnvelope: readonly string[];
  /** Members that lead to the item, or the array of items, in a response body. */
  readonly envelope: readonly string[];
  /** Parameters of a list. */
  readonly query: ListQuery;
}

/** How the query of a list chooses, sorts and cuts. */
export interface ListQuery {
  readonly filters: readonly Filter[];
  readonly page?: PageParameter;
  readonly size?: PageParameter;
  readonly offset?: PageParameter;
  /** Parameter with the key of the row before the page. */
  readonly after?: PageParameter;
  /** Parameter with the key of the row behind the page. */
  readonly before?: PageParameter;
  readonly sort?: string;
  readonly direction?: string;
}

/** Query parameter that names a member. */
export interface Filter {
  readonly parameter: string;
  readonly member: string;
}

/** Query parameter of paging, and its value where none is sent. */
export interface PageParameter {
  readonly parameter: string;
  readonly fallback: number | undefined;
}
