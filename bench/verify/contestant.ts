/** Program that finds out whether a server keeps a contract. */
export interface Contestant {
  readonly name: string;
  /** Gets what it needs ready; resolves with the reason where that cannot be. */
  readonly prepare: () => Promise<string | undefined>;
  readonly judge: (target: Target) => Promise<Judgement>;
}

/** Server to judge. */
export interface Target {
  readonly contract: string;
  readonly url: string;
  readonly token: string;
  readonly seed: number;
}

/** What a contestant said of a server, or why it said nothing. */
export type Judgement =
  | { readonly kind: 'failed'; readonly reason: string }
  | {
      readonly kind: 'judged';
      /** Each failure by its title and operation, once. */
      readonly failures: readonly string[];
      readonly requests: number;
      /** Time of the whole process. */
      readonly seconds: number;
    };
