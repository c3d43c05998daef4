import { type NormalizedProblem, Source } from '@redocly/openapi-core';

/** Rules that are about a project rather than about one contract. */
type ProjectRule = 'registry' | 'unlisted-contract';

/** Where a problem stands. */
interface Position {
  readonly file: string;
  /** All of the file. */
  readonly text: string;
  /** JSON Pointer. */
  readonly pointer: string;
}

/** Makes the problem that no rule of Redocly finds. */
export function reportProblem(
  ruleId: ProjectRule,
  severity: NormalizedProblem['severity'],
  message: string,
  { file, text, pointer }: Position,
): NormalizedProblem {
  const source = new Source(file, text);
  return { ruleId, severity, message, location: [{ source, pointer: `#${pointer}` }], suggest: [] };
}
