/** Bytes in an example; in JSON, which has none, they are text in base64. */
export class ExampleBytes extends Uint8Array {
  toJSON(): string {
    return Buffer.from(this).toString('base64');
  }
}
