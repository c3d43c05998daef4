import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { FidelityError } from './fidelity-error.ts';
import { readHar } from './read-har.ts';
import { readHistory } from './read-history.ts';
import { About, type History, type Recording, type Row } from './recording.ts';

/** File of a recording that says what it is of, and what it starts from. */
export const ABOUT_FILE = 'recording.yaml';
const HISTORY = /\.(?:jsonl|har)$/;

/** What is known of a recording without `recording.yaml`: another one of the API, or else the API alone. */
export type Stranger = { readonly aboutFile: string } | { readonly about: About };

/**
 * Reads a recording: a folder with `recording.yaml` and histories, `.jsonl` or `.har`, or one such file.
 *
 * Where there is no `recording.yaml`, `identify` is asked what the histories are of. Throws FidelityError for what cannot be read.
 */
export async function readRecording(
  path: string,
  identify: (histories: readonly History[]) => Promise<Stranger>,
): Promise<Recording> {
  const files = await listHistories(path);
  const histories = await Promise.all(files.map(readHistoryFile));
  const folder = files.length === 1 && files[0] === path ? dirname(path) : path;
  const own = join(folder, ABOUT_FILE);
  const stranger = (await isFile(own)) ? { aboutFile: own } : await identify(histories);
  if ('about' in stranger) return { about: stranger.about, state: {}, histories };
  const { aboutFile } = stranger;
  const about = await readAbout(aboutFile);
  const tables = Object.entries(about.state).map(async ([table, file]) => {
    const rows = await readRows(join(dirname(aboutFile), file));
    return [table, rows] as const;
  });
  return { about, state: Object.fromEntries(await Promise.all(tables)), histories };
}

async function listHistories(path: string): Promise<string[]> {
  if (await isFile(path)) {
    if (HISTORY.test(path)) return [path];
    throw new FidelityError(`${path}: expected a recording, a file that ends in .jsonl or .har.`);
  }
  const names = await readdir(path).catch((error: unknown) => {
    throw new FidelityError(`${path}: expected a folder with recordings, or one. ${String(error)}`);
  });
  const files = names.filter((name) => HISTORY.test(name) && !name.startsWith('state.')).sort();
  if (files.length === 0) {
    throw new FidelityError(
      `${path}: expected recordings, files that end in .jsonl or .har; found none.`,
    );
  }
  return files.map((name) => join(path, name));
}

async function readHistoryFile(file: string): Promise<History> {
  const text = await readFile(file, 'utf8');
  return file.endsWith('.har') ? readHar(file, text) : readHistory(file, text);
}

async function readAbout(file: string): Promise<About> {
  const parsed = About.safeParse(load(await readFile(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new FidelityError(`${file}: ${z.prettifyError(parsed.error)}`);
}

async function readRows(file: string): Promise<Row[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    const parsed = z.record(z.string(), z.unknown()).safeParse(JSON.parse(line));
    if (parsed.success) return parsed.data;
    throw new FidelityError(`${file}:${index + 1}: expected a row, one JSON object per line.`);
  });
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
