import { type PatternNode, parsePattern } from './parse-pattern.ts';

interface Wish {
  readonly least: number;
  readonly most: number;
  /** Number of the text among those that fit. */
  readonly choice: number;
}

type Options = readonly (readonly PatternNode[])[];

/** Characters that are tried for a set of them, the readable ones first. */
const COMMON = [
  ...'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_./:@ +,;=#%&!?*~$\'"()[]{}<>|\\^`\t\né',
];
/** Texts of growing length, and texts of other characters, that are made. */
const MOST_TEXTS = 1000;
const MOST_CHOICES = 20;
/** Stands beside the match of a pattern without anchors. */
const FILLER = 'a';

/** Creates a sampler of texts that probably match a regular expression; its caller tests them. */
export function createPatternSampler(source: string): (wish: Wish) => Generator<string> {
  const options = parsePattern(source);
  const known = new Map<string, readonly string[]>();
  return function* list({ least, most, choice }) {
    for (let other = choice; other < choice + MOST_CHOICES; other += 1) {
      for (let extra = 0; extra < MOST_TEXTS; extra += 1) {
        const text = write(options, other, extra);
        const length = [...text].length;
        if (length > most && extra > 0) break;
        if (length >= least) yield* withAssertions(text, other);
        else yield* [text.padEnd(least, FILLER), text.padStart(least, FILLER)];
        // Longer ones are made as long as they are needed, and a few more.
        if (length > least + 8 || (extra > 8 && extra > length)) break;
      }
    }
  };

  /** Lists a text as it is, and with what look-aheads ask for at its start. */
  function* withAssertions(text: string, choice: number): Generator<string> {
    yield text;
    const asked = collectAhead(options)
      .map((inner) => write(inner, choice, 0))
      .join('');
    if (asked === '') return;
    yield asked + text;
    yield (asked + text).slice(0, text.length);
  }

  /** Writes a text with as many more repetitions than necessary as `extra` says. */
  function write(from: Options, choice: number, extra: number): string {
    const groups = new Map<string, string>();
    let rest = choice;
    let more = extra;
    return writeOptions(from);

    function take(base: number): number {
      const digit = rest % base;
      rest = Math.floor(rest / base);
      return digit;
    }

    function writeOptions(inner: Options): string {
      return (inner[take(inner.length)] ?? []).map(writeNode).join('');
    }

    function writeNode(node: PatternNode): string {
      switch (node.kind) {
        case 'character': {
          const characters = charactersOf(node.source);
          return characters.length === 0 ? '' : (characters[take(characters.length)] ?? '');
        }
        case 'back':
          return groups.get(node.name) ?? '';
        case 'ahead':
          return '';
        case 'group': {
          const text = writeOptions(node.options);
          for (const name of node.name) groups.set(name, text);
          return text;
        }
        case 'repeat': {
          const added = Math.min(more, node.most - node.least);
          more -= added;
          return Array.from({ length: node.least + added }, () => writeNode(node.node)).join('');
        }
      }
    }
  }

  function charactersOf(set: string): readonly string[] {
    const found = known.get(set) ?? findCharacters(set);
    known.set(set, found);
    return found;
  }
}

function collectAhead(options: Options): Options[] {
  return options.flat().flatMap((node) => {
    if (node.kind === 'ahead') return [node.options];
    return node.kind === 'group' ? collectAhead(node.options) : [];
  });
}

/** Finds characters of a set such as `\d` or `[^a-z]`: common ones, or else the first of all. */
function findCharacters(set: string): readonly string[] {
  const isIn = new RegExp(`^${set}$`, 'u');
  const common = COMMON.filter((character) => isIn.test(character));
  if (common.length > 0) return common;
  for (let code = 0; code < 0x30000; code += 1) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const character = String.fromCodePoint(code);
    if (isIn.test(character)) return [character];
  }
  return [];
}
