import ts from 'typescript';

/**
 * Finds the exported functions of a source text that have no docstring.
 *
 * Gives a line for each: where, what was expected, what was found and what to do.
 */
export function findUndocumented(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements
    .filter((statement) => isExported(statement) && isFunction(statement))
    .filter((statement) => !implementsOverload(statement, source.statements))
    .filter((statement) => ts.getJSDocCommentsAndTags(statement).length === 0)
    .map((statement) => {
      const { line, character } = source.getLineAndCharacterOfPosition(statement.getStart());
      const place = `${file}:${line + 1}:${character + 1}`;
      return `${place}: expected a docstring before an exported function, found none. Say what it gives.`;
    });
}

/** Whether callers see the signatures before it in its place. */
function implementsOverload(statement: ts.Statement, all: readonly ts.Statement[]): boolean {
  const before = all[all.indexOf(statement) - 1];
  if (before === undefined || !ts.isFunctionDeclaration(before)) return false;
  if (!ts.isFunctionDeclaration(statement) || statement.body === undefined) return false;
  return before.body === undefined && before.name?.text === statement.name?.text;
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : [];
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function isFunction(statement: ts.Statement): boolean {
  if (ts.isFunctionDeclaration(statement)) return true;
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.some(
    ({ initializer }) =>
      initializer !== undefined &&
      (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
  );
}
