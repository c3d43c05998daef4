declare module 'js-yaml' {
  export interface Type {}
  export interface Schema {
    /** Schema with further types, implicit ones told from the form of a scalar, explicit ones from a tag. */
    extend(types: { implicit?: Type[]; explicit?: Type[] }): Schema;
  }

  export const CORE_SCHEMA: Schema;
  export const types: Readonly<Record<'merge' | 'binary' | 'omap' | 'pairs' | 'set', Type>>;

  /** Value of the one document in a text. Throws YAMLException. */
  export function load(text: string, options?: { schema?: Schema; maxDepth?: number }): unknown;

  export class YAMLException extends Error {
    readonly reason: string;
    /** Place of the mistake, both counted from 0. */
    readonly mark?: { readonly line: number; readonly column: number };
  }
}
