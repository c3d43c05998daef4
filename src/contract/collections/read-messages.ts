import type { Media, Operation, ResponseSpec, SchemaPlace } from '../model/contract.ts';
import { findResponse } from '../model/find-response.ts';
import { bodyFormat } from '../model/media-type.ts';
import type { Role } from './collection.ts';

/** Statuses of success by role, the usual one first. */
const STATUSES: Readonly<Record<Role, readonly number[]>> = {
  list: [200, 206],
  create: [201, 200, 202, 204],
  show: [200, 204],
  replace: [200, 204, 201, 202],
  change: [200, 204, 202, 201],
  remove: [204, 200, 202],
};

const FORMATS = ['json', 'xml', 'form', 'multipart'];

/** Status with which an operation answers in a role: one that it declares, if it declares any success. */
export function successStatus({ responses }: Operation, role: Role): number {
  const declared = new Set(responses.map(({ status }) => status));
  const [usual = 200] = STATUSES[role];
  const exact = STATUSES[role].find((status) => declared.has(`${status}`));
  if (exact !== undefined) return exact;
  const other = [...declared].find((status) => /^2\d\d$/.test(status));
  return other === undefined ? usual : Number(other);
}

/** Response with which an operation answers in a role. */
export function successResponse(operation: Operation, role: Role): ResponseSpec | undefined {
  return findResponse(operation, successStatus(operation, role));
}

/** Content whose values have members: JSON before others. */
export function findStructured(content: readonly Media[] | undefined): Media | undefined {
  const all = content ?? [];
  return FORMATS.values()
    .map((format) => all.find(({ type }) => bodyFormat(type) === format || isAny(type, format)))
    .find((media) => media !== undefined);
}

/** A range of all media types has JSON among them. */
function isAny(type: string, format: string): boolean {
  return format === 'json' && /^(?:\*|\*\/\*|application\/\*)$/.test(type.trim());
}

/** Schema of the structured body of the success in a role; anything where it has none. */
export function bodyPlace(operation: Operation, role: Role): SchemaPlace | undefined {
  const media = findStructured(successResponse(operation, role)?.content);
  return media === undefined ? undefined : placeOf(media);
}

/** Schema of the structured body of a request. */
export function requestPlace({ body }: Operation): SchemaPlace | undefined {
  const media = findStructured(body?.content);
  return media === undefined ? undefined : placeOf(media);
}

/** Schema of some content, which accepts anything where there is none. */
export function placeOf({ schema }: Media): SchemaPlace {
  return schema ?? { pointer: '', schema: true };
}
