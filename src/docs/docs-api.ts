import type { Contract } from '../contract/contract.ts';

/** One API of the docs site. */
export interface DocsApi {
  /** Name of the page without its extension; letters, digits and hyphens. */
  readonly name: string;
  readonly contract: Contract;
}
