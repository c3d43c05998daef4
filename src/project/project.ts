import type { ClientSource } from '../samples/client-source.ts';
import type { ValidationLibraryName } from './registry.ts';

/** Folder of generated files of all APIs, unless one of them has another; relative to the registry. */
export const DEFAULT_OUTPUT = 'src/generated';

/** APIs that a registry lists: a `redocly.yaml`, which Redocly and openapi-typescript read as well. */
export interface Project {
  /** Absolute path of the registry. */
  readonly file: string;
  /** Folder of the registry, in which files are made. */
  readonly root: string;
  readonly apis: readonly ProjectApi[];
  /** Files of its Arazzo workflows, whichever APIs they ask. */
  readonly workflows: readonly string[];
  /** What its docs site has beside the APIs. */
  readonly docs?: ProjectDocs;
}

/** Pages of a docs site; all files and folders are absolute paths. */
export interface ProjectDocs {
  readonly title?: string;
  /** Markdown file of the front page. */
  readonly home?: string;
  /** Markdown files, and folders of them. */
  readonly guides: readonly string[];
  /** The same, at the end of the site. */
  readonly more: readonly string[];
  /** YAML file of facts in which the APIs are compared. */
  readonly comparison?: string;
}

/** One API of a project. All files are absolute paths; a contract may be a URL. */
export interface ProjectApi {
  readonly name: string;
  /** Entry file of the contract. */
  readonly contract: string;
  /** Base path on the mock server, without a trailing slash; `undefined` for the name and the path of the contract's server, `false` where it is not mocked. */
  readonly mount: string | false | undefined;
  /** Whether everything in the contract has to be kept: what cannot be enforced is refused, and so is an answer that breaks it. */
  readonly isStrict: boolean;
  /** Whether collections that its contract describes are acted on where no behaviour is. */
  readonly isStateful?: boolean;
  /** Module of its behaviour over state. */
  readonly behaviour?: string;
  /** Module that says how the provider words refusals. */
  readonly errors?: string;
  /** File of its scenarios. */
  readonly scenarios?: string;
  /** Markdown file of what is known of the provider's behaviour. */
  readonly notes?: string;
  /** Folder of answers that a real server gave. */
  readonly recordings?: string;
  /** File of what `fidelity --json` printed of it. */
  readonly fidelity?: string;
  /** How a server of it is verified, as it is written. */
  readonly verify?: Readonly<Record<string, unknown>>;
  /** Folder of generated files. */
  readonly output: string;
  /** Library of the generated schemas; zod unless given. */
  readonly validation?: ValidationLibraryName;
  /** Client that samples call. */
  readonly client: ClientSource;
}
