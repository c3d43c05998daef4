import type { UserConfig } from '@hey-api/openapi-ts';

/** Plugin of the generator, with its settings. */
export type GeneratorPlugin = NonNullable<UserConfig['plugins']>[number];

/** What tells a plugin how each kind of schema is written. */
export type Resolvers<Name extends 'zod' | 'valibot'> = NonNullable<
  Extract<GeneratorPlugin, { name: Name }>['$resolvers']
>;

/** What a resolver is given for a kind of schema. */
export type ResolverContext<All, Kind extends keyof All> = Parameters<
  Extract<All[Kind], (...given: never) => unknown>
>[0];

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
