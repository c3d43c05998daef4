import ts from 'typescript';

/** Regular expression of a file. */
export interface FoundPattern {
  /** `file:line:column`. */
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** Regular expressions of a file. */
export interface FoundPatterns {
  readonly patterns: readonly FoundPattern[];
  /** A line for each that cannot be read: where, what was expected, what was found and what to do. */
  readonly unknown: readonly string[];
}

/** Files that make regular expressions of what a contract or another file says, where it is checked. */
const OF_OTHERS = [
  'src/contract/defects/find-schema-defects.ts',
  'src/contract/example/make-text.ts',
  'src/contract/example/sample-pattern.ts',
  'src/contract/validate/match-pattern.ts',
  // Of a recording, whose author writes them.
  'src/fidelity/find-deviation.ts',
  'src/fidelity/names.ts',
  'lint/find-slow-patterns.ts',
];
/** Keyword of a schema; a contract writes each on a line of its own. */
const KEYWORD = /^ *pattern: (.+)$/gm;

/** Finds the regular expressions in the text of a TypeScript or JavaScript file, or of a contract in YAML. */
export function findPatterns(file: string, text: string): FoundPatterns {
  return file.endsWith('.yaml') ? findKeywords(file, text) : findExpressions(file, text);
}

function findKeywords(file: string, text: string): FoundPatterns {
  const patterns = [...text.matchAll(KEYWORD)].map(({ 1: source = '', index }) => {
    const line = text.slice(0, index).split('\n').length;
    return {
      place: `${file}:${line}:1`,
      source: source.replace(/^(['"])(.*)\1$/, '$2'),
      flags: 'u',
    };
  });
  return { patterns, unknown: [] };
}

function findExpressions(file: string, text: string): FoundPatterns {
  const patterns: FoundPattern[] = [];
  const unknown: string[] = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const constants = readConstants(source);
  visit(source);
  return { patterns, unknown };

  function visit(node: ts.Node): void {
    if (ts.isRegularExpressionLiteral(node)) addLiteral(node);
    if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') addMade(node);
    ts.forEachChild(node, visit);
  }

  function addLiteral(node: ts.RegularExpressionLiteral): void {
    const end = node.text.lastIndexOf('/');
    patterns.push({
      place: placeOf(node),
      source: node.text.slice(1, end),
      flags: node.text.slice(end + 1),
    });
  }

  function addMade(node: ts.NewExpression): void {
    const [pattern, flags] = (node.arguments ?? []).map((argument) =>
      evaluate(argument, constants),
    );
    if (pattern !== undefined) {
      patterns.push({ place: placeOf(node), source: pattern, flags: flags ?? '' });
    } else if (!OF_OTHERS.includes(file)) {
      unknown.push(
        `${placeOf(node)}: expected a regular expression of constant texts, found ${node.getText()}. Write it as a literal.`,
      );
    }
  }

  function placeOf(node: ts.Node): string {
    const { line, character } = source.getLineAndCharacterOfPosition(node.getStart());
    return `${file}:${line + 1}:${character + 1}`;
  }
}

type Constants = ReadonlyMap<string, ts.Expression>;

function readConstants(source: ts.SourceFile): Constants {
  const declarations = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations);
  return new Map(
    declarations.flatMap(({ name, initializer }) =>
      initializer === undefined ? [] : [[name.getText(), initializer] as const],
    ),
  );
}

/** Text of an expression of constants: literals, templates, names, and lists that are joined. */
function evaluate(node: ts.Expression, constants: Constants): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isIdentifier(node)) {
    const value = constants.get(node.text);
    return value && evaluate(value, constants);
  }
  if (ts.isTemplateExpression(node)) {
    const parts = node.templateSpans.map(({ expression, literal }) => [
      evaluate(expression, constants),
      literal.text,
    ]);
    return concatenate([node.head.text, ...parts.flat()], '');
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression))
    return undefined;
  const { expression: list, name } = node.expression;
  const [separator] = node.arguments;
  if (name.text !== 'join' || !ts.isArrayLiteralExpression(list) || separator === undefined)
    return undefined;
  return concatenate(
    list.elements.map((element) => evaluate(element, constants)),
    evaluate(separator, constants),
  );
}

function concatenate(
  parts: readonly (string | undefined)[],
  separator: string | undefined,
): string | undefined {
  if (separator === undefined || parts.includes(undefined)) return undefined;
  return parts.join(separator);
}
