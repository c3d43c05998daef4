import type { Random } from './random.ts';
import type { Table, TableSpecs } from './table.ts';

/** API that keeps state, as far as a sandbox needs to know it. */
export interface StatefulApi {
  readonly name: string;
  /** Moment at which its examples were true, in milliseconds of the epoch. */
  readonly epoch: number;
  readonly tables: TableSpecs;
  /** Fills a new world from a seed. Throws for a seed that the API does not have. */
  readonly fill: (seed: string, world: NewWorld) => void;
}

/** World that has no rows yet. */
export interface NewWorld {
  readonly tables: Readonly<Record<string, Table<object, string>>>;
  readonly random: Random;
  /** Moves a documented instant by as much as the world is moved: ISO 8601 in, milliseconds of the epoch out. */
  readonly at: (instant: string) => number;
}
