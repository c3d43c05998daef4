import ts from 'typescript';

/** Puts those of some texts whose functions a generated module calls behind its imports. */
export function addAdditions(text: string, additions: ReadonlyMap<string, string>): string {
  const called = listCalled(text);
  const used: string[] = [];
  // One may call another that stands before it.
  for (const [name, addition] of [...additions].reverse()) {
    if (!called.has(name)) continue;
    used.unshift(`\n${addition}\n`);
    for (const inner of listCalled(addition)) called.add(inner);
  }
  if (used.length === 0) return text;
  const end = text.indexOf('\n', text.indexOf('import ')) + 1;
  return text.slice(0, end) + used.join('') + text.slice(end);
}

/** Lists the names of functions that a text calls, or gives to others. */
function listCalled(text: string): Set<string> {
  const called = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      for (const part of [node.expression, ...node.arguments]) {
        if (ts.isIdentifier(part)) called.add(part.text);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest));
  return called;
}
