/** Place in a text, counted from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** XML that cannot be read: malformed, with a document type, or with an unexpected root element. */
export class XmlSyntaxError extends Error {
  override readonly name = 'XmlSyntaxError';
  readonly line: number;
  readonly column: number;

  constructor(position: TextPosition, problem: string) {
    super(`XML line ${position.line}, column ${position.column}: ${problem}`);
    this.line = position.line;
    this.column = position.column;
  }

  /** Creates the error for an offset in UTF-16 units from the start of the text. */
  static at(text: string, offset: number, problem: string): XmlSyntaxError {
    const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
    const column = (lines.at(-1) ?? '').length + 1;
    return new XmlSyntaxError({ line: lines.length, column }, problem);
  }
}
