import { plainName } from '../../contract/collections/member-names.ts';
import { placeOf } from '../../contract/collections/read-messages.ts';
import type { Operation, SchemaPlace } from '../../contract/model/contract.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { Reply } from '../authoring/reply.ts';
import { chooseMedia, isStructured, nameMediaType } from './choose-media.ts';
import type { Fitting } from './fit-value.ts';
import { listExampleValues } from './list-examples.ts';

const STATUS_NAMES = ['status', 'statuscode', 'code', 'errorcode', 'httpstatus', 'httpcode'];
const TEXT_NAMES = [
  ...['message', 'msg', 'detail', 'details', 'title', 'description', 'error', 'errormessage'],
  ...['reason', 'errordescription', 'errorsummary', 'summary'],
];
const MOST_LEVELS = 4;

/**
 * Answers with an error as the contract describes it: by its documented example, or else by a value of its schema with the
 * status and a text. `undefined` where the contract has no such response.
 */
export function writeError(
  operation: Operation,
  status: number,
  text: string,
  accept: string | null,
  fitting: Fitting,
): Reply | undefined {
  const spec = findResponse(operation, status);
  if (spec === undefined || spec.flaw !== undefined) return undefined;
  const media = chooseMedia(spec, accept);
  if (media === undefined) return { status };
  const mediaType = nameMediaType(media.type);
  const examples = listExampleValues(media, fitting.places);
  if (!isStructured(media)) return { status, mediaType, body: String(examples[0] ?? text) };
  const place = placeOf(media);
  const isExact = spec.status === `${status}`;
  const documented = examples.find((example) => isExact || isAbout(example, status));
  if (documented !== undefined) return { status, mediaType, body: fitting.fit(place, documented) };
  const made = fitting.complete(place) ?? {};
  return {
    status,
    mediaType,
    body: fitting.fit(place, tell(made, place, status, text, fitting, 0)),
  };
}

/** Whether an example of several statuses is one of this. */
function isAbout(example: unknown, status: number): boolean {
  const written = JSON.stringify(example) ?? '';
  return written.includes(`${status}`) || (status === 404 && /not[ _-]?found/i.test(written));
}

/** Puts the status and the text where an error has such members. */
function tell(
  body: unknown,
  place: SchemaPlace,
  status: number,
  text: string,
  fitting: Fitting,
  level: number,
): unknown {
  const { places } = fitting;
  if (level > MOST_LEVELS) return body;
  if (Array.isArray(body)) {
    const items = places.items(place);
    return items === undefined
      ? body
      : body.slice(0, 1).map((item) => tell(item, items, status, text, fitting, level + 1));
  }
  if (!isJsonObject(body)) return typeof body === 'string' && level === 0 ? text : body;
  const members = Object.entries(body).map(([name, member]) => {
    const inner = places.members(place).get(name);
    if (inner === undefined) return [name, member] as const;
    const plain = plainName(name);
    if (typeof member === 'object') {
      return [name, tell(member, inner, status, text, fitting, level + 1)] as const;
    }
    const wanted = STATUS_NAMES.includes(plain)
      ? status
      : TEXT_NAMES.includes(plain)
        ? text
        : undefined;
    const forms = [wanted, `${wanted}`].filter(() => wanted !== undefined);
    const found = forms.find((form) => fitting.isValid(inner, form));
    return [name, found ?? member] as const;
  });
  return Object.fromEntries(members);
}
