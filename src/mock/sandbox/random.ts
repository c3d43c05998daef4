/** Source of what looks random and is the same in every run: ids, tokens, and whether a fault strikes. */
export interface Random {
  readonly bytes: (length: number) => Uint8Array;
  /** From 0 to 1, without 1. */
  readonly fraction: () => number;
  /** UUID of version 4, RFC 9562. */
  readonly uuid: () => string;
  /** Text of characters from an alphabet. */
  readonly text: (alphabet: string, length: number) => string;
}

/** Random source that can be taken back to an earlier state. */
export interface KeptRandom extends Random {
  /** Number of draws so far; setting it goes back, or on. */
  drawn: number;
}

/** Makes a source whose draws follow from the seed and their number alone. */
export function createRandom(seed: string, drawn = 0): KeptRandom {
  const source: KeptRandom = { drawn, bytes, fraction, uuid, text };
  return source;

  function bytes(length: number): Uint8Array {
    const parts: Uint8Array[] = [];
    for (let rest = length; rest > 0; rest -= 32) parts.push(draw().subarray(0, rest));
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
  }

  function draw(): Uint8Array {
    source.drawn += 1;
    // Loaded by the first draw: a start needs none.
    const { hash } = process.getBuiltinModule('node:crypto');
    return hash('sha256', `${seed}\n${source.drawn}`, 'buffer');
  }

  function fraction(): number {
    const [high = 0, low = 0] = new Uint32Array(Uint8Array.from(bytes(8)).buffer);
    return ((high >>> 5) * 0x4000000 + (low >>> 6)) / 2 ** 53;
  }

  function uuid(): string {
    const value = Buffer.from(bytes(16));
    value.writeUInt8(((value[6] ?? 0) & 0x0f) | 0x40, 6);
    value.writeUInt8(((value[8] ?? 0) & 0x3f) | 0x80, 8);
    return value.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  function text(alphabet: string, length: number): string {
    return Array.from(bytes(length), (byte) => alphabet[byte % alphabet.length]).join('');
  }
}
