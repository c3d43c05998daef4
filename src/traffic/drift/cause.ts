import type { Finding } from './finding.ts';

/** Place in the bundled document that findings of one or several operations are about, and its rule. */
export type Cause =
  /** Keyword of a schema; `name` is the member, where it is about one. */
  | {
      readonly kind: 'keyword';
      readonly pointer: string;
      readonly schema: Readonly<Record<string, unknown>>;
      readonly keyword: string;
      readonly name: string | undefined;
    }
  /** `required` of a parameter, a header or a body, or what an operation allows without. */
  | { readonly kind: 'required'; readonly pointer: string }
  | { readonly kind: 'security'; readonly pointer: string }
  /** Content that a body or a response lacks; `pointer` leads to it. */
  | { readonly kind: 'content'; readonly pointer: string; readonly type: string }
  | { readonly kind: 'body'; readonly pointer: string }
  | { readonly kind: 'status'; readonly pointer: string; readonly status: number }
  | { readonly kind: 'parameter'; readonly pointer: string; readonly name: string }
  | { readonly kind: 'operation'; readonly template: string; readonly method: string };

/** Cause with all that was found of it, in any operation. */
export interface SeenCause {
  readonly cause: Cause;
  readonly findings: readonly Finding[];
}

/** Text that is the same for findings with the same cause. */
export function keyOf(cause: Cause): string {
  return JSON.stringify({ ...cause, schema: undefined });
}
