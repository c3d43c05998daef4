import { join } from 'node:path';
import ts from 'typescript';

/** What an editor shows of the word at `^`, as text and as names of tags. */
export interface Documentation {
  readonly text: string;
  readonly tags: readonly string[];
}

/** Asks the language service of an editor about a place of a file, after the text `before`. */
export function readDocumentation(
  folder: string,
  file: string,
  before: string,
  options: ts.CompilerOptions,
): Documentation {
  const path = join(folder, file);
  const host: ts.LanguageServiceHost = {
    getScriptFileNames: () => [path],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const text = ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => folder,
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    realpath: (name) => ts.sys.realpath?.(name) ?? name,
  };
  const service = ts.createLanguageService(host);
  const text = ts.sys.readFile(path) ?? '';
  const info = service.getQuickInfoAtPosition(path, text.indexOf(before) + before.length);
  return {
    text: ts.displayPartsToString(info?.documentation),
    tags: info?.tags?.map(({ name }) => name) ?? [],
  };
}
