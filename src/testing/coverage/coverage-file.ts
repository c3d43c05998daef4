import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { TestingError } from '../testing-error.ts';
import { checkVersions, type PlacedCoverage } from './check-versions.ts';
import type { Coverage } from './coverage.ts';
import { mergeCounts } from './merge-counts.ts';
import { FORM, parseCoverage } from './parse-coverage.ts';

/** Writes what was met into a file, whole; folders that are missing are made. */
export function writeCoverage(file: string, coverage: Coverage): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.part`;
  writeFileSync(temporary, `${JSON.stringify({ version: FORM, operations: coverage })}\n`);
  renameSync(temporary, file);
}

/**
 * Reads and adds up files of several workers or shards; of a folder, all `.json` files in it, and each file once. Throws TestingError
 * for a file that is missing or a folder without one, unless that is allowed, for what is no coverage, and for files that are of
 * different versions of a contract.
 */
export function mergeCoverage(
  places: readonly string[],
  { allowsNone = false }: { readonly allowsNone?: boolean } = {},
): Coverage {
  const read = readCoverageFiles(places, allowsNone);
  checkVersions(read);
  return mergeCounts(read.map(({ coverage }) => coverage));
}

/** Reads files of coverage, and those of folders, each once. Throws TestingError as `mergeCoverage` does. */
export function readCoverageFiles(
  places: readonly string[],
  allowsNone = false,
): readonly PlacedCoverage[] {
  const there = allowsNone ? places.filter((place) => existsSync(place)) : places;
  const files = there.flatMap((place) => listFiles(place, allowsNone));
  const distinct = new Map(files.map((file) => [realpathSync(file), file]));
  return [...distinct.values()].map((file) => ({ place: file, coverage: readCoverage(file) }));
}

function listFiles(place: string, allowsNone: boolean): string[] {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined)
    throw new TestingError(`${place}: expected a file or folder of coverage, found nothing.`);
  if (!found.isDirectory()) return [place];
  const names = readdirSync(place).filter((name) => name.endsWith('.json'));
  if (names.length > 0 || allowsNone) return names.sort().map((name) => join(place, name));
  throw new TestingError(
    `${place}: expected a folder with files of coverage, found no .json file in it. Name the folder that the tests wrote into.`,
  );
}

function readCoverage(file: string): Coverage {
  const coverage = parse(file);
  if (coverage.length > 0) return coverage;
  throw new TestingError(
    `${file}: expected coverage of an operation, found none. Remove the file, or write it anew.`,
  );
}

function parse(file: string): Coverage {
  try {
    return parseCoverage(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TestingError(`${file}: expected a file of coverage, found another one: ${reason}`, {
      cause,
    });
  }
}
