import { decodeValid, splitEncoded } from '../model/percent-encoding.ts';

/** Segment of a path template that has parameters, with decoded text before, between and after them. */
export interface SegmentPattern {
  readonly names: readonly string[];
  readonly prefix: string;
  /** Text between one parameter and the next. */
  readonly infixes: readonly string[];
  readonly suffix: string;
}

/** Text in which each code unit has its own text in the request. */
interface ReadText {
  /** The text, where what was percent-encoded is data wherever it may be. */
  readonly guarded: string;
  readonly decoded: string;
  /** What was sent, by code unit of both texts. */
  readonly sent: readonly string[];
}

type Span = readonly [start: number, end: number];

/** Characters that separate parts of a segment, https://www.rfc-editor.org/rfc/rfc3986#section-3.3. */
const SEPARATORS = "!$&'()*+,;=:@";

/** Takes the place of a separator that was sent percent-encoded. */
const ENCODED_SEPARATOR = '\0';

/** Whether a segment, as it was sent, fits a pattern. */
export function fitsPattern(pattern: SegmentPattern, sent: string): boolean {
  if (!sent.includes('%')) return findSpans(pattern, sent) !== undefined;
  return findSpansIn(pattern, readText(sent)) !== undefined;
}

/** Values of the parameters in a segment that fits, percent-encoding still in place. */
export function readPattern(pattern: SegmentPattern, sent: string): readonly string[] {
  if (!sent.includes('%')) {
    return findSpans(pattern, sent)?.map(([start, end]) => sent.slice(start, end)) ?? [];
  }
  const text = readText(sent);
  const spans = findSpansIn(pattern, text) ?? [];
  return spans.map(([start, end]) => text.sent.slice(start, end).join(''));
}

/** Separators that the caller encoded belong to values, unless the segment fits in no other way. */
function findSpansIn(pattern: SegmentPattern, { guarded, decoded }: ReadText) {
  return findSpans(pattern, guarded) ?? findSpans(pattern, decoded);
}

function readText(sent: string): ReadText {
  const characters = splitEncoded(sent).map((raw) => ({ raw, decoded: decodeValid(raw) }));
  const guarded = characters.map(({ raw, decoded }) =>
    raw !== decoded && SEPARATORS.includes(decoded) ? ENCODED_SEPARATOR : decoded,
  );
  return {
    guarded: guarded.join(''),
    decoded: characters.map(({ decoded }) => decoded).join(''),
    sent: characters.flatMap(({ raw, decoded }) => [raw, ...Array(decoded.length - 1).fill('')]),
  };
}

/**
 * Cuts a text into values of at least one character, the first ones as long as possible.
 *
 * From its end, each infix is taken at the last place that is left: where any places fit, these do. So it takes
 * linear time, which a regular expression does not for `{a}-{b}-{c}`.
 */
function findSpans({ prefix, infixes, suffix }: SegmentPattern, text: string): Span[] | undefined {
  if (!text.startsWith(prefix) || !text.endsWith(suffix)) return undefined;
  const spans: Span[] = [];
  let end = text.length - suffix.length;
  for (const infix of infixes.toReversed()) {
    const last = end - 1 - infix.length;
    const start = last < 0 ? -1 : text.lastIndexOf(infix, last);
    if (start < 0) return undefined;
    spans.push([start + infix.length, end]);
    end = start;
  }
  if (end <= prefix.length) return undefined;
  spans.push([prefix.length, end]);
  return spans.reverse();
}
