import { mix } from './mix.ts';

/** Source of what looks random and is the same in every run: ids, tokens, and whether a fault strikes. */
export interface Random {
  readonly bytes: (length: number) => Uint8Array;
  /** From 0 to 1, without 1. */
  readonly fraction: () => number;
  /** UUID of version 4, RFC 9562. */
  readonly uuid: () => string;
  /** Text of characters from an alphabet of at most 256, all of them in Latin-1, as is what may stand before it. */
  readonly text: (alphabet: string, length: number, prefix?: string) => string;
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
    const middle = draw();
    const variant = draw();
    writeDigits(0, draw());
    writeDigits(8, (middle & 0xffff0fff) | 0x4000);
    writeDigits(16, (variant & 0x3fffffff) | 0x80000000);
    writeDigits(24, draw());
    return uuidText.toString('latin1');
  }

  function text(alphabet: string, length: number, prefix = ''): string {
    const begin = prefix.length;
    const end = begin + length;
    // An array of characters takes twice as long to join.
    const characters = end > MOST_LETTERS ? Buffer.allocUnsafe(end) : letters;
    for (let at = 0; at < begin; at += 1) characters[at] = prefix.charCodeAt(at);
    for (let word = 0, at = 0; at < length; at += 1) {
      word = at % 4 === 0 ? draw() : word >>> 8;
      characters[begin + at] = alphabet.charCodeAt((word & 0xff) % alphabet.length);
    }
    return characters.toString('latin1', 0, end);
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

/** Place in which most texts are written; one for each would take longer to make than to fill. */
const MOST_LETTERS = 64;
const letters = Buffer.alloc(MOST_LETTERS);

/** Place in which a UUID is written: a text that is put together of many has to be copied once more where it is kept. */
const uuidText = Buffer.from('00000000-0000-4000-8000-000000000000');
const PLACES = [...uuidText.keys()].filter((place) => uuidText[place] !== '-'.charCodeAt(0));
const DIGITS = Buffer.from('0123456789abcdef');

/** Writes eight digits of a UUID from the one with a number on. */
function writeDigits(from: number, word: number): void {
  for (let digit = 0; digit < 8; digit += 1) {
    uuidText[PLACES[from + digit] ?? 0] = DIGITS[(word >>> (28 - 4 * digit)) & 0xf] ?? 0;
  }
}
