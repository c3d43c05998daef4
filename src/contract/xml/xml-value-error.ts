/** Value that XML cannot carry, such as a control character or a property whose name is no XML name. */
export class XmlValueError extends Error {
  override readonly name = 'XmlValueError';
  /** JSON pointer (RFC 6901) to the value; the empty string is the whole value. */
  readonly pointer: string;

  constructor(pointer: string, problem: string) {
    super(`Cannot write the value${pointer && ` at ${pointer}`} as XML: ${problem}`);
    this.pointer = pointer;
  }
}
