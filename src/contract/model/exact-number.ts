import { isSameNumber } from './decimal.ts';

declare global {
  interface JSON {
    /** https://tc39.es/proposal-json-parse-with-source/#sec-json.rawjson */
    rawJSON(text: string): object;
  }
}

/** Number of an example whose digits no double keeps; `JSON.stringify` writes all of them. */
export class ExactNumber {
  /** The number as JSON writes it. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  valueOf(): number {
    return Number(this.text);
  }

  toString(): string {
    return this.text;
  }

  toJSON(): object {
    return JSON.rawJSON(this.text);
  }
}

/** Digits that every double keeps, https://en.cppreference.com/w/cpp/types/numeric_limits/digits10. */
export const KEPT_DIGITS = 15;

/** Reads a number in the notation of JSON; as an `ExactNumber` if a double would lose digits. */
export function readExactNumber(text: string): number | ExactNumber {
  const value = Number(text);
  if (text.length <= KEPT_DIGITS && Number.isFinite(value)) return value;
  return isSameNumber(text, String(value)) ? value : new ExactNumber(text);
}
