import type { VerifyReport } from '../model/report.ts';
import { writeJson } from './write-json.ts';

/** Version of the form of the file. */
const FILE_VERSION = 1;

/** Formats reports as JSON with all that they have: `{ version, reports }`. */
export function formatJson(reports: readonly VerifyReport[]): string {
  return writeJson({ version: FILE_VERSION, reports });
}
