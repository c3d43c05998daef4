/** Source of what looks random and is the same in every run: ids, tokens, and whether a fault strikes. */
export interface Random {
  readonly bytes: (length: number) => Uint8Array;
  /** From 0 to 1, without 1. */
  readonly fraction: () => number;
  /** UUID of version 4, RFC 9562. */
  readonly uuid: () => string;
  /** Text of characters from an alphabet of at most 256. */
  readonly text: (alphabet: string, length: number) => string;
}

/** Random source that can be taken back to an earlier state. */
export interface KeptRandom extends Random {
  /** Number of draws so far; setting it goes back, or on. */
  drawn: number;
}

/**
 * Makes a source whose draws follow from the seed and their number alone; nobody is kept from guessing them.
 *
 * Each draw is the finalizer of MurmurHash3 over a Weyl sequence, as in SplitMix32. `onDraw` is told of each new number.
 */
export function createRandom(
  seed: string,
  drawn = 0,
  onDraw?: (drawn: number) => void,
): KeptRandom {
  const [start, step] = [hash(seed, 0x9e3779b9), hash(seed, 0x85ebca6b) | 1];
  const source: KeptRandom = { drawn, bytes, fraction, uuid, text };
  return source;

  /** Integer of 32 bits without a sign. */
  function draw(): number {
    source.drawn += 1;
    onDraw?.(source.drawn);
    return mix((start + Math.imul(source.drawn, step)) | 0);
  }

  function bytes(length: number): Uint8Array {
    const words = Uint32Array.from({ length: Math.ceil(length / 4) }, draw);
    return new Uint8Array(words.buffer, 0, length);
  }

  function fraction(): number {
    return ((draw() >>> 5) * 0x4000000 + (draw() >>> 6)) / 2 ** 53;
  }

  function uuid(): string {
    const middle = toHex(draw());
    // The two highest bits are those of the variant.
    const last = toHex(((draw() & 0x3fffffff) | 0x80000000) >>> 0);
    return `${toHex(draw())}-${middle.slice(0, 4)}-4${middle.slice(5)}-${last.slice(0, 4)}-${last.slice(4)}${toHex(draw())}`;
  }

  function text(alphabet: string, length: number): string {
    let made = '';
    for (let word = 0, at = 0; at < length; at += 1) {
      word = at % 4 === 0 ? draw() : word >>> 8;
      made += alphabet[(word & 0xff) % alphabet.length];
    }
    return made;
  }
}

/** FNV-1a over a text, then mixed. */
function hash(text: string, basis: number): number {
  let value = basis;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return mix(value);
}

function mix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function toHex(word: number): string {
  return `${HEX[word >>> 24]}${HEX[(word >>> 16) & 0xff]}${HEX[(word >>> 8) & 0xff]}${HEX[word & 0xff]}`;
}
