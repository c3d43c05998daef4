import type { CollectionOperation } from '../../contract/collections/collection.ts';
import { bodyPlace, requestPlace } from '../../contract/collections/read-messages.ts';
import type { SchemaPlaces } from '../../contract/collections/schema-places.ts';
import type { SchemaPlace } from '../../contract/model/contract.ts';
import type { Item } from '../session/known-ids.ts';

/** Schema of an item in the request to an operation. */
export function sentPlace(
  { operation, requestEnvelope }: CollectionOperation,
  places: SchemaPlaces,
): SchemaPlace | undefined {
  return descend(requestPlace(operation), requestEnvelope, places);
}

/** Schema of an item in the answer of an operation. */
export function shownPlace(
  { operation, role, envelope }: CollectionOperation,
  places: SchemaPlaces,
): SchemaPlace | undefined {
  const found = descend(bodyPlace(operation, role), envelope, places);
  return role === 'list' ? found && places.items(found) : found;
}

/** Item inside of a body that was sent. */
export function readSent({ requestEnvelope }: CollectionOperation, body: unknown): Item {
  const inner = requestEnvelope.reduce<unknown>((at, name) => Object(at)[name], body);
  return { ...Object(inner) };
}

/** Members of a body that has an item inside. */
export function wrapSent(
  { requestEnvelope }: CollectionOperation,
  body: unknown,
  item: Item,
): Item {
  const [name, ...rest] = requestEnvelope;
  if (name === undefined) return item;
  const outer: unknown = Object(body)[name];
  const inner = rest.reduceRight<Item>((value, key) => ({ [key]: value }), item);
  return { [name]: { ...Object(outer), ...inner } };
}

function descend(
  place: SchemaPlace | undefined,
  envelope: readonly string[],
  places: SchemaPlaces,
): SchemaPlace | undefined {
  return envelope.reduce((at, name) => at && places.members(at).get(name), place);
}
