/**
 * Value that XML cannot represent, such as a control character or a property with an invalid name.
 */
export class XmlValueError extends Error {
  override readonly name = 'XmlValueError';
  /**
   * JSON Pointer (https://www.rfc-editor.org/rfc/rfc6901) to the value; empty for the whole value.
   */
  readonly pointer: string;
  /** What is wrong with it, as a sentence. */
  readonly problem: string;

  constructor(pointer: string, problem: string) {
    super(`Cannot write the value${pointer && ` at ${pointer}`} as XML: ${problem}`);
    this.pointer = pointer;
    this.problem = problem;
  }
}
