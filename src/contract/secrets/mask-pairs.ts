import { decodeName } from './decode-name.ts';
import type { IsSecret } from './secret-name.ts';
import { MASK } from './secret-shape.ts';

/** Part of a text, from `start` up to but not including `end`. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** What separates a name from its value: `:`, `=`, `=>`, `:=`. */
const SEPARATOR = /[:=]/;
/** What a value follows: separators, white space, and quotation marks within XML. */
const LEAD = /(?:[\s:=>]|&(?:quot|apos|#34|#39|#x22|#x27);)*/iy;
const QUOTE_REFERENCE = /&(?:quot|apos|#34|#39|#x22|#x27);/gi;
/** Characters that no name without quotation marks has. */
const OUTSIDE_NAME = /[\s"'`,;&?#{}()<>|/]/;
const WORD = /[\s:=>\\]{0,9}["']?([\w.-]{1,64})/y;
/** Names of what names the `value` beside it, as in `"name": "password", "value": "…"`. */
const NAMING = ['name', 'key'];
const OPENING = ['{', '[', '('];
const QUOTES = ['"', "'", '`'];
/** What follows a closing quotation mark; one inside of a value is hardly before any of these. */
const BEHIND_QUOTE = /[ \t]*(?:[\r\n,;&)}\]>]|$)/y;

/**
 * Masks the values of secret names in a text of any form, such as JSON or a form that is cut off or malformed:
 * `"name": value`, `'name': value`, `name=value`.
 *
 * Hides rather too much: a list or an object up to the end of the text, a value without quotation marks up to the end of
 * its line. Takes linear time, since no character is looked at twice before or behind a separator.
 */
export function maskPairs(text: string, isSecret: IsSecret): string {
  if (!SEPARATOR.test(text)) return text;
  let masked = '';
  let end = 0;
  let nameFloor = 0;
  let namesSecret = false;
  for (let at = 0; at < text.length; at += 1) {
    const isPair = text[at] === '=';
    if (!isPair && text[at] !== ':') continue;
    const name = readName(text, nameFloor, at);
    nameFloor = at + 1;
    if (NAMING.includes(name)) namesSecret = isSecret(readWord(text, at + 1));
    if (!isSecret(name) && !(namesSecret && name === 'value')) continue;
    const value = findValue(text, at + 1, isPair);
    nameFloor = value.end;
    at = Math.max(at, value.end - 1);
    if (value.start >= value.end) continue;
    masked += text.slice(end, value.start) + MASK;
    end = value.end;
  }
  return masked + text.slice(end);
}

/** Short text behind a separator, with or without quotation marks. */
function readWord(text: string, from: number): string {
  WORD.lastIndex = from;
  return WORD.exec(text)?.[1] ?? '';
}

/** Name right before `at`: what is in quotation marks, or else the last word. */
function readName(text: string, floor: number, at: number): string {
  const before = text.slice(floor, at).replaceAll(QUOTE_REFERENCE, '"').trimEnd();
  const last = before.at(-1) ?? '';
  if (!QUOTES.includes(last)) return decodeName(before.slice(endOfOutside(before)));
  const inner = before.slice(0, -1);
  return decodeName(inner.slice(inner.lastIndexOf(last) + 1));
}

/** Index behind the last character of a text that no name has. */
function endOfOutside(text: string): number {
  let start = text.length;
  while (start > 0 && !OUTSIDE_NAME.test(text[start - 1] ?? '')) start -= 1;
  return start;
}

function findValue(text: string, from: number, isPair: boolean): Span {
  LEAD.lastIndex = from;
  const start = from + (LEAD.exec(text)?.[0].length ?? 0);
  let quote = start;
  while (text[quote] === '\\') quote += 1;
  const opening = text[quote] ?? '';
  if (QUOTES.includes(opening)) return findQuoted(text, quote, text.slice(start, quote) + opening);
  if (OPENING.includes(opening)) return { start, end: text.length };
  return { start, end: endOfLine(text, start, isPair) };
}

/** Text between quotation marks, which may be escaped by as many backslashes as the first one has. */
function findQuoted(text: string, quoteAt: number, mark: string): Span {
  const start = quoteAt + 1;
  for (let at = text.indexOf(mark, start); at >= 0; at = text.indexOf(mark, at + 1)) {
    const quote = at + mark.length - 1;
    BEHIND_QUOTE.lastIndex = quote + 1;
    if (!isEscaped(text, quote, start, mark.length) && BEHIND_QUOTE.test(text)) {
      return { start, end: at };
    }
  }
  return { start, end: text.length };
}

/** Whether a quotation mark is part of a value whose own marks, with their backslashes, are `width` characters. */
function isEscaped(text: string, quote: number, floor: number, width: number): boolean {
  let backslash = quote;
  while (backslash > floor && text[backslash - 1] === '\\') backslash -= 1;
  return Math.floor((quote - backslash) / width) % 2 === 1;
}

function endOfLine(text: string, from: number, isPair: boolean): number {
  const ends = isPair ? /[\r\n&]/g : /[\r\n]/g;
  ends.lastIndex = from;
  return ends.exec(text)?.index ?? text.length;
}
