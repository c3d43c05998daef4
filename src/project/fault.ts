import { createPositionFinder, type WrittenSource } from '../contract/load/locate.ts';
import { escapeToken } from '../contract/model/json-cursor.ts';
import { formatPlace } from '../contract/model/place.ts';
import { ProjectError } from './project-error.ts';

/** One way in which a registry says what cannot be. */
export interface Fault {
  /** Keys from the root of the file. */
  readonly path: readonly string[];
  /** What was expected, what was found and what to do. */
  readonly problem: string;
}

/** Makes the error for the faults of a registry, each with its line. */
export async function refuseFaults(
  source: {
    readonly name: string;
    readonly format: WrittenSource['format'];
    readonly text: string;
  },
  faults: readonly Fault[],
): Promise<ProjectError> {
  const find = await createPositionFinder({ ...source, readText: async () => source.text });
  const lines = faults.map(({ path, problem }) => {
    const pointer = path.map((key) => `/${escapeToken(key)}`).join('');
    const place = formatPlace({ source: source.name, ...find(pointer) });
    return `${place}: ${[path.join('.'), problem].filter(Boolean).join(': ')}`;
  });
  return new ProjectError(lines.join('\n'));
}
