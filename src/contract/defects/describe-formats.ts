import { countNoun } from '../../text/count-noun.ts';
import type { Contract } from '../model/contract.ts';
import { formatPlace } from '../model/place.ts';
import type { Defect } from './defect.ts';

/** Names that the line lists; it only counts the others. */
const MAX_NAMES = 8;

/**
 * Says in one line which formats of a contract are no standard, in how many places, and where the first one is;
 * `undefined` if there are none. Such a format asserts nothing,
 * https://spec.openapis.org/oas/v3.1.1#data-type-format.
 */
export async function describeFormats(
  { locate }: Pick<Contract, 'locate'>,
  formats: readonly Defect[],
): Promise<string | undefined> {
  const [first, ...others] = formats;
  if (first === undefined) return undefined;
  const names = [...new Set(formats.map(({ name }) => JSON.stringify(name)))];
  const counts = `${countNoun(names.length, 'format')} in ${countNoun(formats.length, 'place')}`;
  const rest = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : '';
  const list = names.slice(0, MAX_NAMES).join(', ') + rest;
  const verb = names.length === 1 ? 'is' : 'are';
  const also = others.length === 0 ? '' : ' This is the first place.';
  const place = formatPlace(await locate(first.pointer));
  return `${place}: ${counts} cannot be checked and ${verb} passed over: ${list}.${also}`;
}
