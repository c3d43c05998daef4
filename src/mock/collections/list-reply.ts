import type { CollectionOperation } from '../../contract/collections/collection.ts';
import { placeOf } from '../../contract/collections/read-messages.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import type { RowPage } from '../authoring/page-of.ts';
import type { Reply } from '../authoring/reply.ts';
import { chooseMedia, isStructured, nameMediaType } from './choose-media.ts';
import { type CollectionModel, inside } from './collection-model.ts';
import { fillEnvelope } from './fill-envelope.ts';
import { envelopeOf, readTemplateBody } from './item-reply.ts';
import { type ListAddress, linkPages, writeLinkHeader } from './page-links.ts';
import { keyOf, type Row, writePath } from './rows.ts';
import { writeHeaders } from './write-headers.ts';

/** Answers with a page of rows, and with all that the contract says of pages: totals, links, the next one. */
export function replyWithPage(
  known: CollectionOperation,
  page: RowPage<Row>,
  model: CollectionModel,
  wish: { readonly accept: string | null; readonly address: ListAddress },
): Reply {
  const { operation, status, query } = known;
  const { fitting, collection, hidden } = model;
  const last = page.rows.at(-1);
  const lastKey = last && keyOf(last, collection);
  const links = linkPages(page, query, wish.address, lastKey);
  const spec = findResponse(operation, status);
  const total = `${page.total}`;
  const counts = [
    'x-total-count',
    'x-total',
    'total-count',
    'total',
    'x-count',
    'x-pagination-total',
  ];
  const headers = {
    ...Object.fromEntries(counts.map((name) => [name, total])),
    link: writeLinkHeader(links),
  };
  const head = { status, ...writeHeaders(spec, headers, fitting) };
  const media = spec && chooseMedia(spec, wish.accept);
  if (media === undefined) return head;
  const mediaType = nameMediaType(media.type);
  const template = readTemplateBody(media, model);
  if (!isStructured(media)) return { ...head, mediaType, body: template };
  const { places } = fitting;
  const place = placeOf(media);
  const envelope = envelopeOf(known, place, spec, model);
  const list = inside(place, envelope, places) ?? place;
  const item = places.items(list);
  const isOwn = item && places.target(item).pointer === places.target(model.item).pointer;
  const rows = page.rows.map((row) =>
    item === undefined ? row : fitting.show(row, item, hidden, isOwn),
  );
  const body =
    envelope.length === 0
      ? rows
      : fillEnvelope(
          writePath(template, envelope, rows),
          place,
          { page, links, query, lastKey },
          fitting,
        );
  return { ...head, mediaType, body: fitting.fit(place, body) };
}
