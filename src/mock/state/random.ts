/** Deterministic source of ids, tokens and random decisions: the same in every run. */
export interface Random {
  readonly bytes: (length: number) => Uint8Array;
  /** Number from 0 up to, but not including, 1. */
  readonly fraction: () => number;
  /** UUID version 4, https://www.rfc-editor.org/rfc/rfc9562#section-5.4. */
  readonly uuid: () => string;
  /** `length` characters from an alphabet of at most 256, after an optional prefix. */
  readonly text: (alphabet: string, length: number, prefix?: string) => string;
}

/** Random source that can return to an earlier state. */
export interface RewindableRandom extends Random {
  /** Number of draws so far; may be set, to go back or ahead. */
  drawn: number;
}

/**
 * Creates a source whose nth draw depends on the seed and n alone; it is predictable on purpose.
 *
 * A draw is the finalizer of MurmurHash3 over a Weyl sequence, as in SplitMix32.
 */
export function createRandom(
  seed: string,
  drawn = 0,
  onDraw?: (drawn: number) => void,
): RewindableRandom {
  const [start, step] = [hash(seed, 0x9e3779b9), hash(seed, 0x85ebca6b) | 1];
  const source: RewindableRandom = { drawn, bytes, fraction, uuid, text };
  return source;

  /** Unsigned integer of 32 bits. */
  function draw(): number {
    source.drawn += 1;
    onDraw?.(source.drawn);
    return finalize((start + Math.imul(source.drawn, step)) | 0);
  }

  function bytes(length: number): Uint8Array {
    const words = Uint32Array.from({ length: Math.ceil(length / 4) }, draw);
    return new Uint8Array(words.buffer, 0, length);
  }

  function fraction(): number {
    return ((draw() >>> 5) * 0x4000000 + (draw() >>> 6)) / 2 ** 53;
  }

  function uuid(): string {
    const [middle, variant, first, last] = [draw(), draw(), draw(), draw()];
    const words = Buffer.allocUnsafe(16);
    words.writeUInt32BE(first, 0);
    words.writeUInt32BE(((middle & 0xffff0fff) | 0x4000) >>> 0, 4);
    words.writeUInt32BE(((variant & 0x3fffffff) | 0x80000000) >>> 0, 8);
    words.writeUInt32BE(last, 12);
    // A tenth of the time that numbers take as digits (November 2026).
    const digits = words.toString('hex');
    const [low, mid, high] = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16)];
    return `${low}-${mid}-${high}-${digits.slice(16, 20)}-${digits.slice(20)}`;
  }

  function text(alphabet: string, length: number, prefix = ''): string {
    let written = prefix;
    for (let word = 0, at = 0; at < length; at += 1) {
      word = at % 4 === 0 ? draw() : word >>> 8;
      written += alphabet[(word & 0xff) % alphabet.length];
    }
    return written;
  }
}

/** FNV-1a of a text, then finalized. */
function hash(text: string, basis: number): number {
  let value = basis;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return finalize(value);
}

/** Finalizer of MurmurHash3: each input bit changes about half of the output bits. */
function finalize(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
