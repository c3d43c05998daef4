import ts from 'typescript';

/** Of packages that have no types of their own. */
const DECLARATIONS = ['src/contract/load/js-yaml.d.ts', 'src/mock/prism/parse-prefer-header.d.ts'];

/** Compiles programs as strictly as this repository; returns what is wrong in them. */
export function compileStrictly(files: readonly string[]): string[] {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const program = ts.createProgram([...files, ...DECLARATIONS], {
    ...options,
    noUnusedLocals: false,
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}
