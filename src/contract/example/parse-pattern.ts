/** Part of a regular expression, as far as texts are made from it. */
export type PatternNode =
  | { readonly kind: 'character'; readonly source: string }
  | { readonly kind: 'group'; readonly options: readonly PatternNode[][]; readonly name: string[] }
  | { readonly kind: 'ahead'; readonly options: readonly PatternNode[][] }
  | { readonly kind: 'back'; readonly name: string }
  | {
      readonly kind: 'repeat';
      readonly node: PatternNode;
      readonly least: number;
      readonly most: number;
    };

/** Start of a group: captured or not, named, or an assertion. */
const GROUP = /\((?:\?(?:[:=!]|<[=!]|<(\w+)>))?/suy;
/** One character, or one of a set, of the form that a flag `u` allows. */
const CHARACTER =
  /\\[pP]\{[^}]*\}|\\u\{[0-9a-fA-F]+\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\c[A-Za-z]|\\.|\[(?:\\.|[^\]\\])*\]|./suy;
const QUANTIFIER = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/suy;
const REFERENCE = /\\(?:([1-9]\d*)|k<(\w+)>)/suy;
const EMPTY = /\^|\$|\\[bB]/suy;

/** Parses a regular expression that is valid; what asserts the absence of something is left out. */
export function parsePattern(source: string): readonly PatternNode[][] {
  let at = 0;
  let groups = 0;
  return readOptions();

  function read(form: RegExp): RegExpExecArray | undefined {
    form.lastIndex = at;
    const found = form.exec(source);
    if (found === null) return undefined;
    at += found[0].length;
    return found;
  }

  function readOptions(): PatternNode[][] {
    const options: PatternNode[][] = [[]];
    while (at < source.length && source[at] !== ')') {
      if (source[at] === '|') {
        at += 1;
        options.push([]);
      } else {
        options.at(-1)?.push(...readRepeated());
      }
    }
    return options;
  }

  function readRepeated(): PatternNode[] {
    if (read(EMPTY) !== undefined) return [];
    const nodes = readNode();
    const quantifier = read(QUANTIFIER);
    if (quantifier === undefined) return nodes;
    const [least, most] = readCounts(quantifier);
    return nodes.map((node) => ({ kind: 'repeat', node, least, most }));
  }

  function readNode(): PatternNode[] {
    const reference = read(REFERENCE);
    if (reference !== undefined)
      return [{ kind: 'back', name: reference[1] ?? reference[2] ?? '' }];
    const opening = source[at] === '(' ? read(GROUP) : undefined;
    return opening === undefined ? readCharacter() : readGroup(opening);
  }

  function readCharacter(): PatternNode[] {
    const [text] = read(CHARACTER) ?? [];
    return text === undefined ? [] : [{ kind: 'character', source: text }];
  }

  function readGroup([opening, label]: RegExpExecArray): PatternNode[] {
    const isCapturing = opening === '(' || label !== undefined;
    if (isCapturing) groups += 1;
    const name = isCapturing ? [String(groups), ...(label === undefined ? [] : [label])] : [];
    const options = readOptions();
    at += 1;
    if (opening === '(?=') return [{ kind: 'ahead', options }];
    return /[!=]$/.test(opening) ? [] : [{ kind: 'group', options, name }];
  }
}

function readCounts([, sign, least, comma, most]: RegExpExecArray): [least: number, most: number] {
  if (sign === '?') return [0, 1];
  if (sign !== undefined) return [sign === '*' ? 0 : 1, Number.POSITIVE_INFINITY];
  if (comma === undefined) return [Number(least), Number(least)];
  return [Number(least), most === '' ? Number.POSITIVE_INFINITY : Number(most)];
}
