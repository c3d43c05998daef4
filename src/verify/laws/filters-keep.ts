import type { Filter } from '../../contract/collections/collection.ts';
import type { Parameter } from '../../contract/model/contract.ts';
import type { Session } from '../session/create-session.ts';
import type { Item } from '../session/known-ids.ts';
import { isAllowed, type ListSource } from './lists/list-source.ts';
import { largestSize } from './lists/view-list.ts';
import { type Walk, walkPages } from './lists/walk-pages.ts';
import { nameSome } from './lists/walk-words.ts';
import type { ListSubject } from './pages-agree.ts';
import { type Found, fileConfirmed, type Trail } from './trail.ts';
import { compareSent } from './values/same-value.ts';

type Scalar = string | number | boolean;

/** Words of a filter that no item has as its value. */
const NO_VALUE = /^(?:all|any|both|none|default|everyone|everything|\*|-?1)$/i;
/** Values that a filter is asked for. */
const MOST_VALUES = 3;

/** Law: a filter keeps what it says, and loses nothing of it. */
export async function tryFilters(
  session: Session,
  { lists, places, waits }: ListSubject,
): Promise<void> {
  for (const source of lists) {
    for (const filter of source.query.filters) {
      const parameter = source.operation.parameters.find(
        (one) => one.in === 'query' && one.name === filter.parameter,
      );
      if (parameter === undefined || parameter.required) continue;
      const format = places.keyword(parameter.schema, 'format');
      const isInstant = format === 'date-time' || format === 'date';
      const words = String(readDescription(session, parameter) ?? '');
      // A time may be the first one, the last one or a whole day.
      if (isInstant && !/exact|equal/i.test(words)) continue;
      const options = places.keyword(parameter.schema, 'enum');
      const known = Array.isArray(options) ? options : [];
      const item = source.item && places.members(source.item).get(filter.member);
      const can = (value: unknown) =>
        item === undefined || session.tools.oracle(item, value, 'response').length === 0;
      const subject = { source, filter, parameter, options: known.filter(can) };
      await fileConfirmed(session, waits, (trail) =>
        tryFilter(trail, subject, largestSize(trail, source, places)),
      );
    }
  }
}

interface FilterSubject {
  readonly source: ListSource;
  readonly filter: Filter;
  readonly parameter: Parameter;
  /** Values that the contract lists. */
  readonly options: readonly unknown[];
}

async function tryFilter(
  trail: Trail,
  subject: FilterSubject,
  size: number | undefined,
): Promise<Found[]> {
  const { source, filter, parameter } = subject;
  const whole = await walkPages(trail, source, { size });
  if (whole === undefined || whole.end === 'bound' || whole.items.size === 0) return [];
  for (const value of chooseValues(subject, whole)) {
    const sent = [value, [value]].find((one) => isAllowed(trail.session, parameter, one));
    if (sent === undefined) continue;
    const kept = await walkPages(trail, source, { query: { [parameter.name]: sent }, size });
    if (kept === undefined || kept.end === 'bound') continue;
    const wrong = [...kept.items].filter(([, item]) => !fits(item, filter, value, false));
    // What did not fit before may be another's change.
    const lost = [...whole.items].filter(
      ([name, item]) => fits(item, filter, value, true) && !kept.items.has(name),
    );
    const about = {
      kind: 'wrong-filter' as const,
      operation: source.operation,
      where: `query ${parameter.name}`,
    };
    const shown = JSON.stringify(value);
    if (wrong.length > 0) {
      const [[name = '', item = {}] = []] = wrong;
      const found = `${name} with ${filter.member} ${JSON.stringify(item[filter.member])}`;
      return [
        {
          ...about,
          expected: `items with ${filter.member} ${shown} alone`,
          found,
          lines: kept.lines,
        },
      ];
    }
    if (lost.length > 0) {
      const found = `none of ${nameSome(lost.map(([name]) => name))}`;
      const all = `all items with ${filter.member} ${shown} that the whole list has`;
      return [{ ...about, expected: all, found, lines: [...whole.lines, ...kept.lines] }];
    }
  }
  return [];
}

/** Values of some items and not of others before those of all, and one that no item has. */
function chooseValues({ filter, options }: FilterSubject, { items }: Walk): Scalar[] {
  const found = [...items.values()]
    .flatMap((item) => [item[filter.member]].flat())
    .filter(isScalar);
  const counts = Map.groupBy(found, (value) => value);
  const known = [...counts]
    .toSorted(([, one], [, other]) => one.length - other.length)
    .map(([value]) => value);
  const largest = known.at(-1);
  const unknown = options
    .filter(isScalar)
    .find((value) => !counts.has(value) && !NO_VALUE.test(String(value)));
  const wanted = [largest, known[0], unknown, ...known.slice(1)].filter(
    (value) => value !== undefined,
  );
  return [...new Set(wanted)].slice(0, MOST_VALUES);
}

/** Whether an item has a value; a text may be looked for in a part of it, unless it must be the whole. */
function fits(item: Item, { member }: Filter, value: Scalar, isWhole: boolean): boolean {
  const own = item[member];
  // What an item does not show cannot be wrong.
  if (own === undefined || (typeof own === 'object' && own !== null && !Array.isArray(own)))
    return !isWhole;
  return [own].flat().some((one) => {
    if (typeof one === 'object' && one !== null) return !isWhole;
    if (compareSent(value, one, { name: member, isSet: true }) === 'same') return true;
    const isPart =
      typeof one === 'string' && one.toLowerCase().includes(String(value).toLowerCase());
    return !isWhole && isPart;
  });
}

function isScalar(value: unknown): value is Scalar {
  return ['string', 'number', 'boolean'].includes(typeof value) && value !== '';
}

function readDescription({ contract }: Session, { schema, ...parameter }: Parameter): unknown {
  const own: unknown = Object(schema.schema).description;
  if (own !== undefined) return own;
  // A description stands beside the schema, of which alone the place is known.
  const tokens = schema.pointer.split('/').slice(1, -1);
  const node = tokens.reduce<unknown>(
    (at, token) => Object(at)[token.replaceAll('~1', '/').replaceAll('~0', '~')],
    contract.document,
  );
  return Object(node).name === parameter.name ? Object(node).description : undefined;
}
