import type { Contract } from '../contract/model/contract.ts';
import type { ClientSource } from '../samples/client-source.ts';

/** API in the docs site. */
export interface DocsApi {
  /** Name of its pages without extension: letters, digits and the characters `. _ - @`. */
  readonly name: string;
  readonly contract: Contract;
  /** Base path on the mock server; absent where no mock serves it. */
  readonly mount?: string | undefined;
  /** Client that samples call. */
  readonly client?: ClientSource | undefined;
  /** Contract's entry file, as a path from the folder of the project. */
  readonly contractPath?: string | undefined;
  /** Known behaviour of the provider, and whether the mock has it. */
  readonly behaviour?: MarkdownFile | undefined;
  /** Reports of how far the mock agrees with real servers, as `fidelity --json` prints them. */
  readonly fidelity?: readonly unknown[] | undefined;
}

/** Markdown file of a project. */
export interface MarkdownFile {
  /** Path from the folder of the project, with slashes. */
  readonly path: string;
  readonly text: string;
}
