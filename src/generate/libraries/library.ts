import type { UserConfig } from '@hey-api/openapi-ts';

/** Plugin of the generator, with its settings. */
export type GeneratorPlugin = NonNullable<UserConfig['plugins']>[number];

/** Library that schemas are made with. */
export interface ValidationLibrary {
  /** Also the name of the generated module. */
  readonly name: 'zod' | 'valibot';
  /** Module that generated modules import. */
  readonly module: string;
  /** Name by which they call it. */
  readonly namespace: string;
  readonly plugin: GeneratorPlugin;
  /** Texts of the checks and formats that the library lacks, by their names. */
  readonly additions: ReadonlyMap<string, string>;
}
