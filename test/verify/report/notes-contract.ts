import { loadContract } from '../../../src/contract/load/load-contract.ts';
import {
  createOperationLocator,
  type LocateOperation,
} from '../../../src/verify/report/locate-operation.ts';

/** Contract of the sample reports, below the working directory as that of a project is. */
export const NOTES_FILE = 'test/verify/report/notes.yaml';

/** Finds operations of the sample reports in their contract. */
export async function locateInNotes(): Promise<LocateOperation> {
  return createOperationLocator(new Map([['notes', await loadContract(NOTES_FILE)]]));
}
