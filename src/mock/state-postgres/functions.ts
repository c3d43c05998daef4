import { writeCompact } from './write-compact.ts';
import { writeExchange } from './write-exchange.ts';
import { writeClear, writeRecord } from './write-journal.ts';
import { writeSweep, writeSweepJournals } from './write-sweep.ts';

/**
 * Writes the statements that create all functions in a schema, whose name is quoted.
 *
 * They rely on READ COMMITTED, https://www.postgresql.org/docs/current/transaction-iso.html#XACT-READ-COMMITTED: each
 * statement sees all that was committed before it began, so what was acknowledged is seen, and a statement that meets a row
 * under change waits for the end of that change and looks at its condition again. Under a stricter isolation they fail
 * where they would have waited, with nothing stored, and are called again.
 *
 * No two calls wait for each other: rows of sandboxes are locked in the order of their names, or skipped; rows that belong
 * to a sandbox are locked after it; and whoever locks those alone waits for nothing else meanwhile.
 */
export function writeFunctions(schema: string): string {
  return [
    writeExchange(schema),
    writeSweep(schema),
    writeSweepJournals(schema),
    writeCompact(schema),
    writeRecord(schema),
    writeClear(schema),
  ].join('\n');
}
