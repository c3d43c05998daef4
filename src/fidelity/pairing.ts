import { decodePercent } from '../text/decode-percent.ts';

/** What may be made up in a text, or an escape, which may not. */
const PIECE = /%[0-9A-Fa-f]{2}|[A-Za-z0-9_-]+/g;
/** Text in base64, with either alphabet; https://www.rfc-editor.org/rfc/rfc4648#section-4. */
const BASE64 = /^[\w+/\s-]{8,}={0,2}$/;

/** Which of our values stands for which recorded one: ids, tokens and cursors that each server makes up for itself. */
export interface Pairing {
  /** Whether two values can be the same: they always were, or neither has been seen yet. Remembers them. */
  readonly accept: (recorded: string, ours: string) => boolean;
  /** Like `accept`, for texts such as URLs: their pieces are paired, what stands between must be equal. */
  readonly acceptPieces: (recorded: string, ours: string) => boolean;
  /** Puts our values in the place of recorded ones. */
  readonly translate: (text: string) => string;
  /** Does so in a header field, such as `Bearer g6sp` or `session=g6sp`. */
  readonly translateWords: (text: string) => string;
  /** Does so in a path with query, where values are percent-encoded. */
  readonly translateTarget: (target: string) => string;
}

/** Creates a pairing in which nothing has been seen yet. */
export function createPairing(): Pairing {
  const toOurs = new Map<string, string>();
  const toRecorded = new Map<string, string>();

  function isPossible(recorded: string, ours: string): boolean {
    const known = toOurs.get(recorded);
    return known === undefined ? !toRecorded.has(ours) : known === ours;
  }

  function accept(recorded: string, ours: string): boolean {
    if (!isPossible(recorded, ours)) return false;
    toOurs.set(recorded, ours);
    toRecorded.set(ours, recorded);
    return true;
  }

  function acceptPieces(recorded: string, ours: string): boolean {
    const between = (text: string) =>
      text.replaceAll(PIECE, (piece) => (isEscape(piece) ? piece : 'x'));
    if (between(recorded) !== between(ours)) return false;
    const pieces = listPieces(ours);
    const pairs = listPieces(recorded).map((piece, i) => [piece, pieces[i] ?? ''] as const);
    // All or none, so that a text that differs in one piece says nothing of the others.
    return pairs.every((pair) => isPossible(...pair)) && pairs.every((pair) => accept(...pair));
  }

  function translate(text: string): string {
    return toOurs.get(text) ?? text.replaceAll(PIECE, (piece) => toOurs.get(piece) ?? piece);
  }

  /** Cursors are often JSON in base64. */
  function translateBase64(text: string): string {
    const inner = BASE64.test(text) ? Buffer.from(text, 'base64').toString() : '';
    const translated = /^[{[][\x20-\x7e]*$/.test(inner) ? translate(inner) : inner;
    if (translated === inner) return text;
    const encoded = Buffer.from(translated).toString('base64');
    return text.replaceAll(/\s/g, '').length % 4 === 0 ? encoded : encoded.replace(/={1,2}$/, '');
  }

  function translateEncoded(text: string): string {
    const plain = decodePercent(text);
    const known = translate(plain);
    const translated = known === plain ? translateBase64(plain) : known;
    return translated === plain ? text : encodeURIComponent(translated);
  }

  return {
    accept,
    acceptPieces,
    translate,
    translateWords: (text) => text.replaceAll(/[^\s;,="]+/g, translate),
    translateTarget: (target) => target.replaceAll(/[^/?&=;]+/g, translateEncoded),
  };
}

function listPieces(text: string): string[] {
  return (text.match(PIECE) ?? []).filter((piece) => !isEscape(piece));
}

function isEscape(piece: string): boolean {
  return piece.startsWith('%');
}
