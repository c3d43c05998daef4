import type { Contract } from '../contract/model/contract.ts';

/** One API of the docs site. */
export interface DocsApi {
  /** Name of the page without its extension; letters, digits and hyphens. */
  readonly name: string;
  readonly contract: Contract;
  /** What is known of the provider's behaviour and whether the mock does it, as Markdown. */
  readonly behaviourNotes?: string | undefined;
}
