import packageFile from '#package.json' with { type: 'json' };
import { writeEntry } from '../../har/write-entry.ts';
import { describeEntry } from './describe-entry.ts';
import type { NumberedEntry } from './journal-entry.ts';

/**
 * Exports entries as an HTTP Archive 1.2, http://www.softwareishard.com/blog/har-12-spec/.
 *
 * Secrets are masked. Sizes that the mock does not know, such as those of the headers, are -1.
 */
export function exportHar(entries: readonly NumberedEntry[]) {
  const { name, version } = packageFile;
  return {
    log: {
      version: '1.2' as const,
      creator: { name, version },
      entries: entries.map((entry) => writeEntry(describeEntry(entry))),
    },
  };
}
