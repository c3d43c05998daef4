import { MASK } from '../../contract/secrets/secret-shape.ts';
import { matchesText } from './match-text.ts';

/** Name and value of a query or a form. */
type Pair = readonly [name: string, value: string];

/** Lists the pairs that one of two queries has and the other has not, in whatever order they are; a mask stands for any text. */
export function comparePairs(
  recorded: string,
  sent: string,
): { readonly missing: readonly Pair[]; readonly extra: readonly Pair[] } {
  const extra: Pair[] = [...new URLSearchParams(sent)];
  const missing: Pair[] = [];
  // A mask takes what nothing else wants.
  const wanted = [...new URLSearchParams(recorded)].sort(
    ([, one], [, other]) => Number(one.includes(MASK)) - Number(other.includes(MASK)),
  );
  for (const [name, value] of wanted) {
    const at = extra.findIndex(
      ([other, text]) => matchesText(name, other) && matchesText(value, text),
    );
    if (at < 0) missing.push([name, value]);
    else extra.splice(at, 1);
  }
  return { missing, extra };
}
