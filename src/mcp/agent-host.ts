import type { Contract } from '../contract/model/contract.ts';
import type { ApiDiff } from '../diff/api-diff.ts';
import type { ApiClient } from '../generated/mock-control/client.ts';
import type { VerifyReport } from '../verify/model/report.ts';

/** What the tools of agents work on: a mock, contracts, and what can be done with them. */
export interface AgentHost {
  /** Client of the control API of the mock. */
  readonly control: ApiClient;
  /** Sends a request to the mock. Follows no redirect. */
  readonly send: (request: Request) => Promise<Response>;
  /** Finds the contract of an API of the mock; `undefined` where it is not at hand. */
  readonly findContract: (api: string) => Promise<Contract | undefined>;
  /** Asks a server whether it keeps a contract; absent for a caller from another machine, who could reach what is behind this one. */
  readonly verify?: ((task: VerifyTask) => Promise<VerifyReport>) | undefined;
  /** What an agent that the user has started may do besides; absent for one that calls over HTTP. */
  readonly local?: LocalHost | undefined;
}

/** What reaches files and other servers with the rights of the user. */
export interface LocalHost {
  /** Loads the contract in a file, by its path from the working directory. */
  readonly loadFile: (path: string) => Promise<Contract>;
  /** Compares versions of contracts. */
  readonly diff: (task: DiffTask) => Promise<readonly ApiDiff[]>;
}

/** Server that is verified, and how. */
export interface VerifyTask {
  /** Name of the API, or file of the contract. */
  readonly api: string;
  readonly contract: Contract;
  readonly url: string;
  readonly isWriting: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly credentials: Readonly<Record<string, string>>;
  /** Values of path parameters by name. */
  readonly values: Readonly<Record<string, string>>;
  readonly maxRequests: number;
  /** Milliseconds. */
  readonly maxTime: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: {
    readonly done: number;
    readonly all: number;
    readonly requests: number;
    readonly findings: number;
  }) => void;
}

/** Versions that are compared. */
export interface DiffTask {
  /** Git ref, or file of the version before. */
  readonly base: string;
  /** File of the version after; without it, APIs of the project. */
  readonly revision?: string | undefined;
  /** Names of APIs of the project; all of them where none is given. */
  readonly apis: readonly string[];
  readonly signal: AbortSignal;
}
