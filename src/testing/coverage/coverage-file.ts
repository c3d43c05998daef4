import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { TestingError } from '../testing-error.ts';
import type { Coverage } from './coverage.ts';
import { mergeCounts } from './merge-counts.ts';
import { parseCoverage } from './parse-coverage.ts';

/** Version of the form of the files. */
export const FILE_VERSION = 2;

/** Writes what was met into a file, whole; folders that are missing are made. */
export function writeCoverage(file: string, coverage: Coverage): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.part`;
  writeFileSync(temporary, `${JSON.stringify({ version: FILE_VERSION, operations: coverage })}\n`);
  renameSync(temporary, file);
}

/**
 * Reads and adds up files of several workers or shards; of a folder, all `.json` files in it. Throws TestingError for a file
 * that is missing, unless that is allowed, or is none of them.
 */
export function mergeCoverage(
  places: readonly string[],
  { allowsNone = false }: { readonly allowsNone?: boolean } = {},
): Coverage {
  const there = allowsNone ? places.filter((place) => existsSync(place)) : places;
  return mergeCounts(there.flatMap(listFiles).map(readCoverage));
}

function listFiles(place: string): string[] {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined)
    throw new TestingError(`${place}: expected a file or folder of coverage, found nothing.`);
  if (!found.isDirectory()) return [place];
  const names = readdirSync(place).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => join(place, name));
}

function readCoverage(file: string): Coverage {
  const text = readFileSync(file, 'utf8');
  try {
    return parseCoverage(JSON.parse(text));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TestingError(`${file}: expected a file of coverage, found another one: ${reason}`, {
      cause,
    });
  }
}
