import { MAX_DEPTH } from '../model/parse-json.ts';

/** Limit on the values that anchors expand to; the largest public documents have a million. */
const MAX_VALUES = 20_000_000;

interface Extent {
  readonly values: number;
  readonly levels: number;
}

const SCALAR: Extent = { values: 1, levels: 0 };

/**
 * Says what is excessive in the value of a YAML document; `undefined` if nothing is.
 *
 * With anchors, a value can contain itself, and a few lines can expand to billions of values.
 */
export function findExcess(value: unknown): string | undefined {
  const known = new Map<object, Extent>();
  const open = new Set<object>();
  let isCircular = false;
  const { values, levels } = measure(value);
  if (isCircular) return 'an anchor that refers to itself';
  if (levels > MAX_DEPTH) return `values that nest deeper than ${MAX_DEPTH} levels`;
  return values > MAX_VALUES ? 'anchors that stand for too many values' : undefined;

  function measure(node: unknown): Extent {
    if (typeof node !== 'object' || node === null) return SCALAR;
    if (open.has(node)) isCircular = true;
    const found = isCircular ? SCALAR : known.get(node);
    if (found !== undefined) return found;
    open.add(node);
    const extent = sum(Object.values(node).map(measure));
    open.delete(node);
    known.set(node, extent);
    return extent;
  }
}

function sum(members: readonly Extent[]): Extent {
  return members.reduce(
    ({ values, levels }, member) => ({
      values: values + member.values,
      levels: Math.max(levels, member.levels + 1),
    }),
    { values: 1, levels: 1 },
  );
}
