type Compare = (one: string, other: string) => number;

const DATE = /^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d|$)/;
/** Ways in which texts are sorted by one server or another. */
const COLLATIONS: readonly Compare[] = [
  (one, other) => (one < other ? -1 : Number(one > other)),
  (one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)),
  (one, other) => compareCode(one.toLowerCase(), other.toLowerCase()),
  ...[
    {},
    { numeric: true },
    { ignorePunctuation: true },
    { ignorePunctuation: true, numeric: true },
  ].map((options) => new Intl.Collator('en', { sensitivity: 'base', ...options }).compare),
  ...['de', 'sv'].map((locale) => new Intl.Collator(locale, { sensitivity: 'base' }).compare),
];

/**
 * Finds two values that stand in the wrong order, one after the other: `undefined` where some way to sort explains all of
 * them. Where nothing stands is up to the server.
 */
export function findDisorder(
  values: readonly unknown[],
  direction: 'ascending' | 'descending' | 'either',
): readonly [unknown, unknown] | undefined {
  const known = values.filter((value) => value !== null && value !== undefined);
  const ways = direction === 'either' ? (['ascending', 'descending'] as const) : [direction];
  const found = ways.flatMap((way) =>
    chooseComparisons(known).map((compare) =>
      findPair(known, compare, way === 'ascending' ? 1 : -1),
    ),
  );
  return found.includes(undefined) ? undefined : found[0];
}

/** None of which any explains the order; a mixture cannot be judged. */
function chooseComparisons(
  values: readonly unknown[],
): ((one: unknown, other: unknown) => number)[] {
  if (values.every((value) => typeof value === 'number'))
    return [(one, other) => Number(one) - Number(other)];
  if (!values.every((value) => typeof value === 'string')) return [() => 0];
  if (values.every((value) => DATE.test(value)))
    return [(one, other) => Date.parse(String(one)) - Date.parse(String(other))];
  return COLLATIONS.map((compare) => (one, other) => compare(String(one), String(other)));
}

function findPair(
  values: readonly unknown[],
  compare: (one: unknown, other: unknown) => number,
  sign: number,
): readonly [unknown, unknown] | undefined {
  const index = values.findIndex(
    (value, at) => at > 0 && compare(values[at - 1], value) * sign > 0,
  );
  return index < 0 ? undefined : [values[index - 1], values[index]];
}

function compareCode(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
