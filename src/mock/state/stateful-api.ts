import type { Random } from './random.ts';
import type { Table, TableSpecs } from './table.ts';

/** What a sandbox needs to know about an API with state. */
export interface StatefulApi {
  readonly name: string;
  /** Instant at which its examples were true, in Unix milliseconds. */
  readonly epoch: number;
  readonly tables: TableSpecs;
  /** What is wrong with a row of a table that has the key, as `/a: expected …`; `undefined` if it fits. */
  readonly findRowDefect: (table: string, key: string, row: object) => string | undefined;
  /** Fills a new world from a seed. Throws for an unknown seed. */
  readonly fill: (seed: string, world: NewWorld) => void;
}

/** World without rows. */
export interface NewWorld {
  readonly tables: Readonly<Record<string, Table<object, string>>>;
  readonly random: Random;
  /** Documented ISO 8601 instant in Unix milliseconds, shifted from `epoch` to clock start. */
  readonly at: (instant: string) => number;
}
