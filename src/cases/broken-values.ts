/** Whether a place is broken in every way that is known, or in one. */
export type Breadth = 'all' | 'one';

/** Values of every kind; those that a schema refuses make forbidden requests. */
export const VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  1e9,
  '',
  '!',
  'x'.repeat(3000),
  [],
  {},
];

/** Takes all of a list, or its first item. */
export function takeBreadth<T>(list: readonly T[], breadth: Breadth): T[] {
  return breadth === 'all' ? [...list] : list.slice(0, 1);
}
