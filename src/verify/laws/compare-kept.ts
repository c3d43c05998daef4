import { instantRole } from '../../contract/collections/member-names.ts';
import type { SchemaPlaces } from '../../contract/collections/schema-places.ts';
import type { SchemaPlace } from '../../contract/model/contract.ts';
import type { IsSecret } from '../../contract/secrets/secret-name.ts';
import type { Item } from '../session/known-ids.ts';
import { isMoving, isState } from './values/member-kinds.ts';
import { compareSent } from './values/same-value.ts';

/** What a server does not show, or does not take from a client. */
const HIDDEN = ['writeOnly', 'readOnly'];

/** A member that is shown otherwise than it was sent. */
export interface Difference {
  readonly member: string;
  readonly sent: unknown;
  readonly shown: unknown;
  /** Whether the member is not shown at all, which an answer may have reasons for. */
  readonly isMissing: boolean;
}

/** What is known of the messages that are compared. */
export interface Comparing {
  readonly places: SchemaPlaces;
  /** Schemas of the item in the request and in the answer. */
  readonly from: SchemaPlace | undefined;
  readonly to: SchemaPlace | undefined;
  readonly isSecret: IsSecret;
  /** Whether an answer can have a value at all: one that it cannot have means something else there. */
  readonly canShow: (place: SchemaPlace, value: unknown) => boolean;
  /** Members that are not compared, such as a key that the server may give itself. */
  readonly isLeft?: (member: string) => boolean;
}

/** Compares what was sent with what is shown, member by member, as far as both have it and no server has a say in it. */
export function compareKept(
  sent: Item,
  shown: Item,
  { places, from, to, isSecret, canShow, isLeft = () => false }: Comparing,
): Difference[] {
  const members = to === undefined ? new Map<string, SchemaPlace>() : places.members(to);
  const own = from === undefined ? new Map<string, SchemaPlace>() : places.members(from);
  return Object.entries(sent).flatMap(([member, value]): Difference[] => {
    const place = members.get(member);
    if (
      isMoving(member) ||
      instantRole(member) !== undefined ||
      isState(member) ||
      isSecret(member) ||
      isLeft(member)
    )
      return [];
    const isHidden = [place, own.get(member)].some(
      (one) => one && HIDDEN.some((keyword) => places.keyword(one, keyword) === true),
    );
    if (isHidden || (place !== undefined && !canShow(place, value))) return [];
    if (!Object.hasOwn(shown, member)) {
      const isTold = place !== undefined && !isEmpty(value) && Object.keys(shown).length > 0;
      return isTold ? [{ member, sent: value, shown: undefined, isMissing: true }] : [];
    }
    const isSet = [place, own.get(member)].some(
      (one) => one && places.keyword(one, 'uniqueItems') === true,
    );
    const sameness = compareSent(value, shown[member], { name: member, isSet });
    return sameness === 'other'
      ? [{ member, sent: value, shown: shown[member], isMissing: false }]
      : [];
  });
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === '' ||
    value === false ||
    value === 0 ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}
