declare module 'js-yaml' {
  /** Type of a scalar; `construct` makes its value. */
  export class Type {
    readonly resolve: (text: string | null) => boolean;
    readonly construct: (text: string) => unknown;
    constructor(
      tag: string,
      options: {
        kind: 'scalar';
        resolve: (text: string | null) => boolean;
        construct: (text: string) => unknown;
      },
    );
  }
  export interface Schema {
    /** Adds types: implicit ones are recognized by the form of a scalar, explicit ones by a tag. */
    extend(types: { implicit?: Type[]; explicit?: Type[] }): Schema;
  }

  export const CORE_SCHEMA: Schema;
  export const types: Readonly<
    Record<'int' | 'float' | 'merge' | 'binary' | 'omap' | 'pairs' | 'set', Type>
  >;

  /** Parses a text with a single document. Throws YAMLException. */
  export function load(text: string, options?: { schema?: Schema; maxDepth?: number }): unknown;

  export class YAMLException extends Error {
    readonly reason: string;
    /** Position of the error, both counted from 0. */
    readonly mark?: { readonly line: number; readonly column: number };
  }
}
