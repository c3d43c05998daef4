import { isJsonObject } from '../../src/contract/model/json-cursor.ts';

/** Plain value, and the member that has it. */
export interface Scalar {
  readonly name: string;
  readonly value: unknown;
}

/** Lists the plain values of the members of an object, and of those of objects in it. */
export function listScalars(value: unknown, levels: number): Scalar[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]): Scalar[] => {
    if (typeof member === 'object' && member !== null) {
      return levels > 1 ? listScalars(member, levels - 1) : [];
    }
    return member === null ? [] : [{ name, value: member }];
  });
}

const USUAL = ['id', 'uuid', 'gid', 'sid', 'key', 'slug', 'name', 'number', 'username', 'code'];

/** Lists the values that may name what was created, the likeliest first. */
export function rankKeys(
  variable: string,
  path: string,
  location: string | null,
  bodies: readonly unknown[],
): string[] {
  const noun = plain(
    path.split('/').findLast((segment) => segment !== '' && !segment.startsWith('{')) ?? '',
  );
  const scalars = bodies.flatMap((body) => listScalars(Array.isArray(body) ? body[0] : body, 3));
  const rank = ({ name }: Scalar) => {
    const own = plain(name);
    const wanted = plain(variable);
    if (own === wanted) return 0;
    if (wanted.endsWith(own) || (own.startsWith(noun.slice(0, 3)) && own.endsWith('id'))) return 1;
    const index = USUAL.indexOf(own);
    return index < 0 ? 100 : 2 + index;
  };
  const ranked = scalars.toSorted((one, other) => rank(one) - rank(other));
  const last = location
    ?.split('?')[0]
    ?.split('/')
    .findLast((segment) => segment !== '');
  const all = [
    ...(last === undefined ? [] : [decodeURIComponent(last)]),
    ...ranked.map(({ value }) => String(value)),
  ];
  return [...new Set(all)].filter((key) => key !== '' && key.length < 200).slice(0, 40);
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z\d]/g, '');
}
