import { rememberNewest } from '../../contract/remember.ts';
import { mix } from './mix.ts';

/**
 * Finds numbers by texts, each of which can be read again from its number.
 *
 * A map of a hundred thousand texts is looked up several times slower than a small one: each step of it leads to
 * another place in memory. Here one place has the hash and the number, outside of the heap that is collected.
 */
export interface TextIndex {
  /** Number that was added with a text; -1 where there is none. */
  readonly find: (text: string) => number;
  /** Adds a number from 0 on with a text that has none yet. */
  readonly add: (text: string, number: number) => void;
  /** Puts another number in the place of the one that a text has. */
  readonly replace: (text: string, number: number) => void;
  /** Takes out a text, if it is there. */
  readonly delete: (text: string) => void;
}

/** Cells of an empty index; a power of two. */
const FEWEST_CELLS = 16;
/** How many times as many cells a full index gets; a power of two. Each time, all texts are placed anew. */
const GROWTH = 4;

/** Differs in each process, so that nobody can choose texts that fall upon each other. */
const BASIS = Math.floor(Math.random() * 2 ** 32);

/** Makes an empty index; `textOf` gives the text of a number that was added. */
export function createTextIndex(textOf: (number: number) => string | undefined): TextIndex {
  // Open addressing with linear probing. A cell is a hash and a number above it by one, so that zeros are empty.
  let cells = new Int32Array(2 * FEWEST_CELLS);
  let mask = FEWEST_CELLS - 1;
  let size = 0;
  // Most texts are added right after they were looked for.
  const hashOf = rememberNewest(hash);
  return {
    find: (text) => (cells[2 * cellOf(text) + 1] ?? 0) - 1,
    add: (text, number) => {
      size += 1;
      // At most two of three cells are taken.
      if (3 * size > 2 * (mask + 1)) grow();
      fill(cellOf(text), hashOf(text), number);
    },
    replace: (text, number) => fill(cellOf(text), hashOf(text), number),
    delete: (text) => {
      const cell = cellOf(text);
      if (cells[2 * cell + 1] === 0) return;
      size -= 1;
      close(cell);
    },
  };

  /** Cell of a text, or the empty one that it would get. */
  function cellOf(text: string): number {
    const wanted = hashOf(text);
    let cell = wanted & mask;
    for (;;) {
      const above = cells[2 * cell + 1] ?? 0;
      if (above === 0 || (cells[2 * cell] === wanted && textOf(above - 1) === text)) return cell;
      cell = (cell + 1) & mask;
    }
  }

  function fill(cell: number, hashed: number, number: number): void {
    cells[2 * cell] = hashed;
    cells[2 * cell + 1] = number + 1;
  }

  function grow(): void {
    const old = cells;
    cells = new Int32Array(GROWTH * old.length);
    mask = cells.length / 2 - 1;
    for (let from = 0; from < old.length; from += 2) {
      const above = old[from + 1] ?? 0;
      if (above === 0) continue;
      const hashed = old[from] ?? 0;
      let cell = hashed & mask;
      while (cells[2 * cell + 1] !== 0) cell = (cell + 1) & mask;
      fill(cell, hashed, above - 1);
    }
  }

  /** Empties a cell, and moves back those behind it that would not be found beyond a gap. */
  function close(emptied: number): void {
    let gap = emptied;
    for (let cell = (gap + 1) & mask; cells[2 * cell + 1] !== 0; cell = (cell + 1) & mask) {
      const hashed = cells[2 * cell] ?? 0;
      const distance = (cell - (hashed & mask)) & mask;
      if (distance < ((cell - gap) & mask)) continue;
      fill(gap, hashed, (cells[2 * cell + 1] ?? 0) - 1);
      gap = cell;
    }
    cells.fill(0, 2 * gap, 2 * gap + 2);
  }
}

/** Integer of 32 bits with a sign, as cells hold it: like FNV-1a, with up to four characters in a step. */
function hash(text: string): number {
  const { length } = text;
  let value = BASIS;
  let at = 0;
  for (; at + 3 < length; at += 4) {
    const pair = text.charCodeAt(at) ^ (text.charCodeAt(at + 1) << 8);
    const next = (text.charCodeAt(at + 2) << 16) ^ (text.charCodeAt(at + 3) << 24);
    value = step(value ^ pair ^ next);
  }
  for (; at < length; at += 1) value = step(value ^ text.charCodeAt(at));
  return mix(value) | 0;
}

/** Spreads the lower bits over the upper ones, and some of those back. */
function step(value: number): number {
  const spread = Math.imul(value, 0x9e3779b1);
  return spread ^ (spread >>> 15);
}
