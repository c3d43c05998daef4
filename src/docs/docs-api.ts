import type { Contract } from '../contract/model/contract.ts';

/** API in the docs site. */
export interface DocsApi {
  /** Name of its page without extension: letters, digits and hyphens. */
  readonly name: string;
  readonly contract: Contract;
  /** Known behaviour of the provider, and whether the mock has it, as Markdown. */
  readonly behaviourNotes?: string | undefined;
}
