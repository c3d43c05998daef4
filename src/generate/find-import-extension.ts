import { dirname } from 'node:path';
import ts from 'typescript';

/** How a generated file names another one beside it. */
export type ImportExtension = '.js' | '.ts';

/**
 * Finds how files of a folder import each other: by `.js` where the nearest `tsconfig.json` allows no `.ts`, which
 * Node itself needs.
 *
 * https://www.typescriptlang.org/tsconfig/#allowImportingTsExtensions,
 * https://nodejs.org/api/typescript.html#full-typescript-support.
 */
export function findImportExtension(folder: string): ImportExtension {
  const file = ts.findConfigFile(folder, ts.sys.fileExists);
  if (file === undefined) return '.ts';
  const { config } = ts.readConfigFile(file, ts.sys.readFile);
  // The files of the project are not looked for.
  const host = { ...ts.sys, readDirectory: () => [] };
  const { options } = ts.parseJsonConfigFileContent(config ?? {}, host, dirname(file));
  const isAllowed = options.allowImportingTsExtensions || options.rewriteRelativeImportExtensions;
  return isAllowed ? '.ts' : '.js';
}
