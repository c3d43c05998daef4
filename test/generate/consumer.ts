import { symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../../src/apis/root.ts';
import { type WrittenFiles, writeFiles } from '../support/write-files.ts';

/** A project that uses generated files and the published form of this package. */
export interface Consumer extends AsyncDisposable {
  readonly folder: string;
  /** What the compiler says of the files, as `file:line: message`. */
  readonly compile: (options?: ts.CompilerOptions) => string[];
}

/** What generated files promise to compile under, without `skipLibCheck`. */
export const STRICT: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
  declaration: true,
};

/** What generated files import, and the runtime of a client. */
const PACKAGES = [
  ...['eventsource-parser', 'openapi-fetch', 'openapi-typescript-helpers', 'valibot', 'zod'],
];

const RUNTIME = join(ROOT, 'src/client/index.ts');

/** JavaScript and types of the runtime of generated clients, as they are published. */
const PUBLISHED = emitRuntime();

/** Writes a project of TypeScript files, with what this package depends on. */
export async function writeConsumer(files: Readonly<Record<string, string>>): Promise<Consumer> {
  const written = await writeFiles({
    'package.json': '{ "type": "module" }',
    'node_modules/share-contracts/package.json': JSON.stringify({
      name: 'share-contracts',
      type: 'module',
      exports: { './client': './client/index.js' },
    }),
    ...Object.fromEntries(
      [...PUBLISHED].map(([name, text]) => [`node_modules/share-contracts/client/${name}`, text]),
    ),
    ...files,
  });
  await linkPackages(written);
  const roots = Object.keys(files).filter((name) => name.endsWith('.ts'));
  return {
    folder: written.folder,
    compile: (options = {}) => compile(written.folder, roots, { ...STRICT, ...options }),
    [Symbol.asyncDispose]: () => written[Symbol.asyncDispose](),
  };
}

/** Says what the compiler says of some files of a folder. */
function compile(folder: string, files: readonly string[], options: ts.CompilerOptions): string[] {
  const program = ts.createProgram(
    files.map((file) => join(folder, file)),
    options,
  );
  const { diagnostics } = program.emit(undefined, () => {});
  return [...ts.getPreEmitDiagnostics(program), ...diagnostics].map(
    ({ file, start = 0, messageText }) => {
      const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
      const name = file === undefined ? '' : relative(folder, file.fileName);
      return `${name}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    },
  );
}

function emitRuntime(): Map<string, string> {
  const program = ts.createProgram([RUNTIME], {
    ...STRICT,
    allowImportingTsExtensions: true,
    rewriteRelativeImportExtensions: true,
    rootDir: dirname(RUNTIME),
    outDir: '/out',
  });
  const texts = new Map<string, string>();
  program.emit(undefined, (file, text) => texts.set(relative('/out', file), text));
  return texts;
}

async function linkPackages({ folder }: WrittenFiles): Promise<void> {
  for (const name of PACKAGES) {
    await symlink(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  }
}
