import type { DescribedViolation } from '../../contract/model/describe-violation.ts';
import type { Message } from '../messages/message.ts';

/** A rule that is broken, and where. */
export type Place = Pick<DescribedViolation, 'in' | 'pointer' | 'keyword'>;

/** Whether one of some violations is where a message breaks its contract, or below. */
export function namesPlace(places: readonly Place[], { constraint, pointer }: Message): boolean {
  if (constraint === undefined) return false;
  // Credentials have no pointer, and the name of a header is in any case.
  if (constraint.keyword === 'security')
    return places.some(({ keyword }) => keyword === 'security');
  const wanted = constraint.in === 'header' ? pointer.toLowerCase() : pointer;
  return places.some((place) => {
    if (place.in !== constraint.in) return false;
    const found = place.in === 'header' ? place.pointer.toLowerCase() : place.pointer;
    // Of a header of an answer, the name is known alone.
    return found === wanted || found.startsWith(`${wanted}/`) || isHeaderOf(found, wanted, place);
  });
}

function isHeaderOf(found: string, wanted: string, { in: part }: Place): boolean {
  return part === 'header' && wanted.startsWith(`${found}/`);
}

/** Puts what was found into words. */
export function describePlaces(places: readonly Place[]): string {
  return places.map(({ in: part, pointer, keyword }) => `${part} ${pointer} ${keyword}`).join(', ');
}
