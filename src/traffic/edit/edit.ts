/** Change of one value in a YAML or JSON document; keys lead from its root to an object or a list. */
export type Edit =
  /** Adds a member, or replaces its value. */
  | {
      readonly kind: 'set';
      readonly keys: readonly string[];
      readonly key: string;
      readonly value: unknown;
    }
  /** Adds items at the end of a list. */
  | {
      readonly kind: 'append';
      readonly keys: readonly string[];
      readonly values: readonly unknown[];
    }
  | { readonly kind: 'remove'; readonly keys: readonly string[]; readonly key: string }
  | {
      readonly kind: 'rename';
      readonly keys: readonly string[];
      readonly key: string;
      readonly to: string;
    };
