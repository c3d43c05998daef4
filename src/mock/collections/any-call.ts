import type { Call, Handler } from '../authoring/behaviour.ts';
import type { TableSpecs } from '../state/table.ts';

/** Call of an operation of which only the contract is known. */
export type AnyCall = Call<unknown, TableSpecs, unknown>;

/** Handler of such an operation. */
export type AnyHandler = Handler<unknown, TableSpecs, unknown>;
