import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pickKeptHeaders } from './kept-headers.ts';
import { maskTokens } from './mask-tokens.ts';
import type { Recording } from './recording.ts';
import type { Replayed } from './replay-history.ts';

/** Writes what a server answered as a recording of its own, one file per history. Tokens are masked. */
export async function writeRecording(
  folder: string,
  { histories }: Recording,
  replayed: readonly Replayed[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name } of histories) {
    const lines = replayed
      .filter(({ step }) => step.place.history === name)
      .map(({ step, answer }) => {
        const { place, kind: _, ...request } = step;
        const kept = { ...answer, headers: pickKeptHeaders(Object.entries(answer.headers)) };
        const line = { n: place.n, name: place.name, ...request, path: step.target, answer: kept };
        return JSON.stringify(maskTokens(line));
      });
    await writeFile(join(folder, `${name}.jsonl`), `${lines.join('\n')}\n`);
  }
}
