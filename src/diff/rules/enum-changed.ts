import type { Found, Spot } from '../change.ts';
import { findEffect, type SchemaRule } from '../schema-pair.ts';
import { listItems, type SchemaView } from '../schema-view.ts';
import { showValue } from '../show-value.ts';

/** Values that a schema lists, by their JSON; a `const` is a list of one. */
interface Listed {
  readonly spot: Spot;
  readonly values: ReadonlyMap<string, Spot>;
}

/** Values are added to those that are allowed, or removed; whether `null` is one is the matter of another rule. */
export const enumChanged: SchemaRule = (pair) => {
  const before = readListed(pair.before);
  const after = readListed(pair.after);
  if (before === undefined && after === undefined) return [];
  const places = { before: before?.spot, after: after?.spot };
  if (before === undefined) {
    const what = `allows only ${list(after)}`;
    return [findEffect(pair, 'narrows', 'enum-added', what, places)];
  }
  if (after === undefined) {
    const what = `allows more than ${list(before)}`;
    return [findEffect(pair, 'widens', 'enum-removed', what, places)];
  }
  const gone = [...before.values].filter(([key]) => !after.values.has(key));
  const added = [...after.values].filter(([key]) => !before.values.has(key));
  return [
    ...gone.map(
      ([key, spot]): Found =>
        findEffect(pair, 'narrows', 'enum-value-removed', `no longer allows ${key}`, {
          before: spot,
          after: { pointer: after.spot.pointer, value: undefined },
        }),
    ),
    ...added.map(
      ([key, spot]): Found =>
        findEffect(pair, 'widens', 'enum-value-added', `also allows ${key}`, {
          before: { pointer: before.spot.pointer, value: undefined },
          after: spot,
        }),
    ),
  ];
};

function readListed({ keywords }: SchemaView): Listed | undefined {
  const lists = [
    ...(keywords.get('enum') ?? []).map((spot) => ({ spot, items: listItems(spot) })),
    ...(keywords.get('const') ?? []).map((spot) => ({ spot, items: [spot] })),
  ];
  const [first, ...others] = lists.map(({ spot, items }) => ({
    spot,
    values: new Map(
      items.filter(({ value }) => value !== null).map((item) => [showValue(item.value), item]),
    ),
  }));
  if (first === undefined) return undefined;
  const values = [...first.values].filter(([key]) =>
    others.every((other) => other.values.has(key)),
  );
  return { spot: first.spot, values: new Map(values) };
}

function list(listed: Listed | undefined): string {
  const keys = [...(listed?.values.keys() ?? [])];
  const shown = keys.slice(0, 5).join(', ');
  return keys.length > 5 ? `${shown} and ${keys.length - 5} more` : shown;
}
