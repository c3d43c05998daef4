import { isJsonObject } from '../../contract/model/json-cursor.ts';

/** Problem with an `x-provenance`; `key` is the member concerned. */
export interface ProvenanceProblem {
  readonly key?: string;
  readonly message: string;
}

const LEVELS = ['documented', 'source', 'inferred', 'assumed'];
const LEVELS_WITH_URL = ['documented', 'source'];
const LEVELS_WITH_NOTE = ['source', 'inferred', 'assumed'];
const KEYS = ['level', 'note', 'url'];

/**
 * Lists the problems of an `x-provenance`: `{level, note, url}`, some of which a level requires.
 */
export function listProvenanceProblems(value: unknown): ProvenanceProblem[] {
  if (!isJsonObject(value)) {
    const message = `expected an object {level, note, url}, found ${JSON.stringify(value)}. Write {level: ${LEVELS.join(' | ')}} with a note or a url.`;
    return [{ message }];
  }
  return [
    ...checkLevel(value.level),
    ...checkUrl(value.url, value.level),
    ...checkNote(value.note, value.level),
    ...checkKeys(value),
  ];
}

function checkLevel(level: unknown): ProvenanceProblem[] {
  if (typeof level === 'string' && LEVELS.includes(level)) return [];
  const found = describe(level);
  return [
    { key: 'level', message: `level: expected ${LEVELS.join(', ')}, found ${found}. Choose one.` },
  ];
}

function checkUrl(url: unknown, level: unknown): ProvenanceProblem[] {
  const isNeeded = LEVELS_WITH_URL.some((each) => each === level);
  if (url === undefined && !isNeeded) return [];
  if (typeof url === 'string' && /^https?:$/.test(URL.parse(url)?.protocol ?? '')) return [];
  const message = `url: expected an http or https URL at level ${level}, found ${describe(url)}. Link the page or file that says so.`;
  return [{ key: 'url', message }];
}

function checkNote(note: unknown, level: unknown): ProvenanceProblem[] {
  const isNeeded = LEVELS_WITH_NOTE.some((each) => each === level);
  if (note === undefined && !isNeeded) return [];
  if (typeof note === 'string' && note.trim() !== '') return [];
  const message = `note: expected a sentence at level ${level}, found ${describe(note)}. Say what the fact rests on.`;
  return [{ key: 'note', message }];
}

function checkKeys(provenance: Record<string, unknown>): ProvenanceProblem[] {
  return Object.keys(provenance)
    .filter((key) => !KEYS.includes(key))
    .map((key) => ({
      key,
      message: `expected only ${KEYS.join(', ')}, found "${key}". Move it into the note.`,
    }));
}

function describe(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
