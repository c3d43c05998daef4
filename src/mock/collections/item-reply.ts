import type { CollectionOperation } from '../../contract/collections/collection.ts';
import { placeOf } from '../../contract/collections/read-messages.ts';
import type { Media, ResponseSpec, SchemaPlace } from '../../contract/model/contract.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import type { Reply } from '../authoring/reply.ts';
import { chooseMedia, isStructured, nameMediaType } from './choose-media.ts';
import { type CollectionModel, findEnvelope, inside } from './collection-model.ts';
import { listExampleValues } from './list-examples.ts';
import { type Row, readPath, writePath } from './rows.ts';
import { writeHeaders } from './write-headers.ts';

/** What a reply depends on besides the row. */
export interface ReplyWish {
  readonly status: number;
  readonly accept: string | null;
  /** Headers that are sent where the contract declares them, by their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

const ANYTHING: SchemaPlace = { pointer: '', schema: true };

/** Answers with a row, in the media type that is asked for, as the contract describes the answer. */
export function replyWithItem(
  known: CollectionOperation,
  row: Row,
  model: CollectionModel,
  wish: ReplyWish,
): Reply {
  const spec = findResponse(known.operation, wish.status);
  const head = { status: wish.status, ...writeHeaders(spec, wish.headers, model.fitting) };
  if (spec === undefined && known.role !== 'remove') {
    const body = model.fitting.show(row, model.item, model.hidden);
    return { ...head, mediaType: 'application/json', body };
  }
  const media = spec && chooseMedia(spec, wish.accept);
  if (media === undefined) return head;
  const mediaType = nameMediaType(media.type);
  if (!isStructured(media)) return { ...head, mediaType, body: writePlain(media, model) };
  const { fitting } = model;
  const place = placeOf(media);
  const envelope = envelopeOf(known, place, spec, model);
  const inner = inside(place, envelope, fitting.places) ?? ANYTHING;
  const value = showItem(known, row, inner, model);
  if (envelope.length === 0) return { ...head, mediaType, body: value };
  const body = writePath(readTemplateBody(media, model), envelope, value);
  return { ...head, mediaType, body: fitting.fit(place, body) };
}

/** Members that lead to the item, in the body of a media type. */
export function envelopeOf(
  known: CollectionOperation,
  place: SchemaPlace,
  spec: ResponseSpec | undefined,
  { collection, item, fitting: { places } }: CollectionModel,
): readonly string[] {
  const isOne = spec?.content.length === 1 || known.envelope.length === 0;
  return isOne ? known.envelope : findEnvelope(place, known.role, collection, item, places);
}

/** Shows a row as an answer describes an item; an answer about something else is a documented one. */
function showItem(
  { role }: CollectionOperation,
  row: Row,
  place: SchemaPlace,
  model: CollectionModel,
): unknown {
  const { fitting, item, collection, hidden } = model;
  const { places } = fitting;
  const names = places.members(place);
  const [name = ''] = collection.key;
  const isSame = places.target(place).pointer === places.target(item).pointer;
  if (isSame || names.size === 0) return showAny(row, place, model);
  const shared = [...names.keys()].filter((one) => Object.hasOwn(row, one));
  const isAbout = names.has(name) || shared.length * 2 >= names.size;
  if (isAbout && role !== 'remove') return fitting.show(row, place, hidden, false);
  const body = fitting.complete(place);
  const key = readPath(row, collection.key);
  return fitting.fit(place, names.has(name) ? writePath(body, [name], key) : body);
}

/** A body of no known members is a list, a text or the item. */
function showAny(row: Row, place: SchemaPlace, model: CollectionModel): unknown {
  const { fitting, hidden, item } = model;
  const types = fitting.places.types(place);
  if (types.length === 0 || types.includes('object')) return fitting.show(row, place, hidden);
  if (types.includes('array')) return fitting.fit(place, [fitting.show(row, item, hidden)]);
  return fitting.complete(place);
}

/** Body of a response as it is documented, or else made of its schema. */
export function readTemplateBody(media: Media, { fitting }: CollectionModel): unknown {
  const [example] = listExampleValues(media, fitting.places);
  return example ?? fitting.complete(placeOf(media)) ?? {};
}

function writePlain(media: Media, { fitting }: CollectionModel): unknown {
  const [example] = listExampleValues(media, fitting.places);
  return example ?? '';
}
