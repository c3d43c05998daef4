import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type RolldownOutput, rolldown } from 'rolldown';

const SOURCES = join(import.meta.dirname, '..', '..', 'src', 'console');

/**
 * Builds the console into a folder: its page, a script and a style whose names have a digest of their content, and `try-it.js`, which
 * defines an element for other pages. Each is there compressed as well.
 */
export async function buildConsole(folder: string): Promise<void> {
  const [script, element, style, page] = await Promise.all([
    bundle('main.tsx'),
    bundle('try-it.tsx'),
    joinStyles(),
    readFile(join(SOURCES, 'page.html'), 'utf8'),
  ]);
  const names = { script: `console-${digest(script)}.js`, style: `console-${digest(style)}.css` };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeCompressed(join(folder, names.script), script);
  await writeCompressed(join(folder, names.style), style);
  await writeCompressed(join(folder, 'try-it.js'), element);
  const named = page.replace('{{script}}', names.script).replace('{{style}}', names.style);
  await writeFile(join(folder, 'index.html'), named);
}

async function bundle(entry: string): Promise<string> {
  await using build = await rolldown({
    input: join(SOURCES, entry),
    platform: 'browser',
    logLevel: 'warn',
    moduleTypes: { '.css': 'text' },
  });
  const { output }: RolldownOutput = await build.generate({
    format: 'esm',
    minify: true,
    comments: { annotation: false },
    codeSplitting: false,
  });
  const [{ code, imports }] = output;
  if (imports.length > 0) throw new Error(`${entry} imports ${imports.join(', ')}.`);
  return code;
}

/** Styles in the order of their names, without comments and indentation. */
async function joinStyles(): Promise<string> {
  const files = globSync(join(SOURCES, 'style', '*.css')).sort();
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return texts
    .join('\n')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\n\s*/g, '\n')
    .trim();
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').replaceAll('-', '_').slice(0, 8);
}

async function writeCompressed(file: string, text: string): Promise<void> {
  await writeFile(file, text);
  await writeFile(`${file}.br`, brotliCompressSync(text));
  await writeFile(`${file}.gz`, gzipSync(text, { level: 9 }));
}
