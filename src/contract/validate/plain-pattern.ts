/** Parts of a regular expression with flag `u`. */
const PART =
  /\\[pPu]\{[^{}]*\}|\\u[\da-fA-F]{4}|\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\((?:\?:)?|[*+?]\??|\{\d+(?:,\d*)?\}\??|[\s\S]/gu;
/** Look-arounds, names, modifiers, and references to groups. */
const UNUSUAL = /\(\?[^:]|\\[1-9k]/;
/** Ways to match a text that are few enough to try all of them. */
const FEW = 1000;

/**
 * Whether a regular expression certainly takes linear time: it repeats one part at most any number of times, no group more
 * than once, and is tried at one place alone or ends with what it repeats. Most patterns of contracts are like that.
 */
export function isPlainPattern(source: string): boolean {
  if (UNUSUAL.test(source)) return false;
  const parts = source.match(PART) ?? [];
  /** Alternatives of each group that is open, and of the whole. */
  const alternatives = [1];
  let ways = 1;
  let loopAt: number | undefined;
  for (const [index, part] of parts.entries()) {
    if (part === '(' || part === '(?:') alternatives.push(1);
    if (part === '|') alternatives.push((alternatives.pop() ?? 0) + 1);
    if (part === ')') ways *= alternatives.pop() ?? 1;
    const [least, most] = countsOf(part);
    if (most > 1 && parts[index - 1] === ')') return false;
    if (most <= FEW) ways *= most - least + 1;
    else if (loopAt !== undefined) return false;
    else loopAt = index;
  }
  const [choices = 1] = alternatives;
  if (ways * choices > FEW) return false;
  const isAnchored = source.startsWith('^') && choices === 1;
  return loopAt === undefined || isAnchored || (loopAt === parts.length - 1 && choices === 1);
}

/** How often a quantifier lets a part be repeated; once for anything else. */
function countsOf(part: string): readonly [least: number, most: number] {
  if (part.startsWith('?')) return [0, 1];
  if (part.startsWith('*') || part.startsWith('+')) return [0, Number.POSITIVE_INFINITY];
  const [, least, comma, most] = /^\{(\d+)(?:(,)(\d*))?\}/.exec(part) ?? [];
  if (least === undefined) return [1, 1];
  if (comma === undefined) return [Number(least), Number(least)];
  return [Number(least), most ? Number(most) : Number.POSITIVE_INFINITY];
}
