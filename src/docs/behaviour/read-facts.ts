import { marked, type Token, type Tokens } from 'marked';

/** What is known of a provider's behaviour, and whether the mock does it. Texts are Markdown. */
export interface BehaviourFact {
  readonly statement: string;
  /** `operationId`s, where `*` at the end stands for any letters. */
  readonly operations: readonly string[];
  /** Begins with "yes", "no" or "partly". */
  readonly mock: string;
  /** Tests that prove it, such as `notes/behaviour › listNotes › pages newest first`. */
  readonly tests: readonly string[];
  /** Tests, or the reason why there are none. */
  readonly proof: string;
}

/** Separates the names of a test's file, its groups and the test itself. */
const SEPARATOR = ' › ';

/**
 * Reads the facts from the tables of a Markdown text that have the columns "Statement", "Operations", "Mock" and, as the last
 * one, the tests or the reason.
 */
export function readFacts(markdown: string): BehaviourFact[] {
  return marked.lexer(markdown).flatMap((token) => (isTable(token) ? readTable(token) : []));
}

/** Tells whether a fact is about an operation. */
export function isAbout({ operations }: BehaviourFact, id: string): boolean {
  return operations.some((pattern) =>
    pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern,
  );
}

function isTable(token: Token): token is Tokens.Table {
  return token.type === 'table';
}

function readTable({ header, rows }: Tokens.Table): BehaviourFact[] {
  const names = header.map(({ text }) => text);
  const [statement, operations, mock] = ['Statement', 'Operations', 'Mock'].map((name) =>
    names.indexOf(name),
  );
  if ([statement, operations, mock].includes(-1)) return [];
  return rows.map((row) => {
    const read = (column = -1) => row[column]?.text.trim() ?? '';
    const proof = read(names.length - 1);
    return {
      statement: read(statement),
      operations: listCodes(read(operations)),
      mock: read(mock),
      tests: listCodes(proof).filter((code) => code.includes(SEPARATOR)),
      proof,
    };
  });
}

function listCodes(markdown: string): string[] {
  return [...markdown.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}
