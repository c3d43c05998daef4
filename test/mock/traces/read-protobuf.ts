/** Message in the wire format of Protocol Buffers, https://protobuf.dev/programming-guides/encoding: values by number of field. */
export type Message = ReadonlyMap<number, readonly (number | Buffer)[]>;

/** Reads a message whose fields are numbers, texts and messages; numbers of 64 bits are not exact. */
export function readMessage(bytes: Buffer): Message {
  const fields = new Map<number, (number | Buffer)[]>();
  let at = 0;
  while (at < bytes.length) {
    const tag = readVarint();
    const values = fields.get(tag >> 3) ?? [];
    fields.set(tag >> 3, [...values, readValue(tag & 7)]);
  }
  return fields;

  function readValue(wireType: number): number | Buffer {
    if (wireType === 0) return readVarint();
    if (wireType === 1) return readBytes(8).readDoubleLE();
    if (wireType === 2) return readBytes(readVarint());
    if (wireType === 5) return readBytes(4).readUInt32LE();
    throw new Error(`No wire type is ${wireType}.`);
  }

  function readVarint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  function readBytes(length: number): Buffer {
    at += length;
    return bytes.subarray(at - length, at);
  }
}

/** Messages of a field. */
export function messagesOf(message: Message, field: number): Message[] {
  return (message.get(field) ?? []).flatMap((value) =>
    typeof value === 'number' ? [] : [readMessage(value)],
  );
}

/** First value of a field as text. */
export function textOf(message: Message, field: number, encoding: BufferEncoding = 'utf8'): string {
  const [value = ''] = message.get(field) ?? [];
  return typeof value === 'object' ? value.toString(encoding) : String(value);
}
