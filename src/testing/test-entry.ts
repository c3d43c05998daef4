import { describeEntry } from '../mock/journal/describe-entry.ts';
import type { NumberedEntry } from '../mock/journal/journal-entry.ts';

/** A request to the mock or a webhook from it, with the answer: as the control API shows it, with secrets masked. */
export interface TestEntry extends ReturnType<typeof describeEntry> {
  /** Whether the request was refused for what it is: `violations` are its own then, and otherwise those of the answer. */
  readonly isForbidden: boolean;
}

/** Describes an entry of a journal. */
export function describeTestEntry(numbered: NumberedEntry): TestEntry {
  return { ...describeEntry(numbered), isForbidden: numbered[1].isForbidden };
}
