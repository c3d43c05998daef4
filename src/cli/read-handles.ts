import { readFileSync } from 'node:fs';
import { TestingError } from '../testing/testing-error.ts';

/** What a gate asks for, and where that is written. */
export interface Handle {
  readonly text: string;
  /** File and line. */
  readonly place: string;
}

/**
 * Reads a list, one a line; a `#` at the start of a word begins a comment. Throws TestingError for a file that cannot be read, and for
 * one that asks for nothing.
 */
export function readHandles(file: string): Handle[] {
  const handles = readText(file)
    .split(/\r?\n/)
    .map((line, index) => ({
      text: withoutComment(line),
      place: `${file}:${index + 1}`,
    }))
    .filter(({ text }) => text !== '');
  if (handles.length > 0) return handles;
  throw new TestingError(
    `${file}: expected what tests must have met, one a line, such as "petstore listPets 401", found nothing.`,
  );
}

function withoutComment(line: string): string {
  const words = line.split(/\s+/);
  const end = words.findIndex((word) => word.startsWith('#'));
  return words
    .slice(0, end < 0 ? undefined : end)
    .join(' ')
    .trim();
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TestingError(`--handles-from: expected a file, found: ${reason}.`, { cause });
  }
}
