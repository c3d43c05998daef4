import ts from 'typescript';

/** Tells bundlers that a call has no effect, https://github.com/javascript-compiler-hints/compiler-notations-spec. */
const PURE = '/* @__PURE__ */ ';

/**
 * Marks the value of each constant of a module as free of effects, so that bundlers leave out those that nobody uses.
 *
 * A mark holds for one call and not for its arguments, so that a value of several calls is made by a function that is
 * called at once.
 */
export function markPure(text: string): string {
  const source = ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest);
  const values = source.statements.flatMap(listValues);
  return values.reduceRight((marked, value) => {
    const [start, end] = [value.getStart(source), value.end];
    return marked.slice(0, start) + markValue(text.slice(start, end), value) + marked.slice(end);
  }, text);
}

/** Lists what a statement calls to set its constants. */
function listValues(statement: ts.Statement): ts.Expression[] {
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ initializer }) =>
    initializer !== undefined && ts.isCallExpression(initializer) ? [initializer] : [],
  );
}

function markValue(text: string, value: ts.Expression): string {
  return isPlainCall(value) ? PURE + text : `${PURE}(() => ${text})()`;
}

/** Whether a value is one call, of a name and with arguments that call nothing. */
function isPlainCall(value: ts.Expression): boolean {
  return ts.isCallExpression(value) && [value.expression, ...value.arguments].every(isCallFree);
}

function isCallFree(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return true;
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return false;
  return ts.forEachChild(node, (child) => (isCallFree(child) ? undefined : true)) === undefined;
}
