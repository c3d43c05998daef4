/** Writes a number with its noun, such as `1 format` and `2 formats`. */
export function countNoun(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
