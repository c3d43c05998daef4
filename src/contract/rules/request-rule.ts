import type { MessagePart } from '../model/violation.ts';

/** One rule of a contract about the requests of an operation, by its place in the request. */
export interface RequestRule {
  /** Place and keyword, such as `body /text maxLength`, `query page_size maximum`; unique for its operation. */
  readonly name: string;
  readonly in: MessagePart;
  /** JSON Pointer into the body or the value of a parameter; a `*` stands for any item, and for a member of any name. */
  readonly at: readonly string[];
  readonly keyword: string;
  /** Name of the parameter. */
  readonly parameter?: string;
  /**
   * Schemas that have it, as `pointer keyword detail`: a schema stands in several places, and a place may have the rule from
   * several schemas.
   */
  readonly sources: readonly string[];
}
