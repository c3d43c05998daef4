import type { Media, Operation } from '../contract/model/contract.ts';
import { escapeToken, isJsonObject } from '../contract/model/json-cursor.ts';
import { placeValue, readPlace, withoutMember } from './breaks/place-value.ts';
import type { Case, CaseRequest } from './case.ts';
import type { PlanTools } from './case-tools.ts';
import { isReserved } from './make-request.ts';
import type { OperationPlan } from './plan-operation.ts';
import { writeMedia } from './write-body.ts';

/** One place of a request, and what may stand in it. */
export interface Choice {
  /** Such as `query page` or `body /tags`. */
  readonly where: string;
  /** Values that the contract allows there, each in a request of its own; those of the base request come first. */
  readonly values: readonly unknown[];
}

/** Value that is chosen for a place. */
export interface Chosen {
  readonly choice: Choice;
  readonly value: unknown;
}

/** What requests of an operation can be put together of. */
export interface RequestChoices {
  readonly choices: readonly Choice[];
  /** Puts a request together, the least one of no choices; `undefined` for what the contract does not allow. */
  readonly build: (chosen: readonly Chosen[]) => Promise<CaseRequest | undefined>;
}

interface Place extends Choice {
  readonly put: (request: CaseRequest, value: unknown) => CaseRequest;
}

type Keys = readonly string[];

/** Members of members that are chosen on their own. */
const MOST_DEPTH = 4;
/** Values of one place. */
const MOST_VALUES = 40;

/**
 * Lists what requests of an operation can be put together of: optional parameters and members of the body, with the values of
 * the cases that are given. Cookies and path parameters stay as they are.
 */
export function listChoices(
  { operation, base }: OperationPlan,
  cases: readonly Case[],
  refused: readonly Case[],
  tools: PlanTools,
): RequestChoices {
  const requests = [base, ...cases.map(({ request }) => request)];
  const media = operation.body?.content.find(({ type }) => type === base.mediaType);
  const least = leastRequest(base, media, refused, tools);
  const places = [
    ...listParameterPlaces(operation, least, requests),
    ...(media === undefined ? [] : listBodyPlaces(least, requests, operation)),
  ];
  return { choices: places, build };

  async function build(chosen: readonly Chosen[]): Promise<CaseRequest | undefined> {
    const put = (request: CaseRequest, { choice, value }: Chosen) =>
      places.find((place) => place === choice)?.put(request, value) ?? request;
    const request = chosen.reduce(put, least);
    const written = request.body === base.body ? request : write(request, media, tools);
    if (written === undefined) return undefined;
    const violations = await tools.check(operation, written);
    return violations?.length === 0 && isKept(written.body, media, tools) ? written : undefined;
  }
}

/** A second opinion, as for all that is sent. */
function isKept(body: unknown, media: Media | undefined, { oracle }: PlanTools): boolean {
  if (media?.schema === undefined || body === undefined) return true;
  return oracle(media.schema, body, 'request').length === 0;
}

function write(
  request: CaseRequest,
  media: Media | undefined,
  { resolve }: PlanTools,
): CaseRequest | undefined {
  if (media === undefined) return request;
  try {
    const written = writeMedia(media, request.body, resolve);
    return written === undefined ? undefined : { ...request, written };
  } catch {
    return undefined;
  }
}

/** Leaves out what the example of the body has and the contract does not ask for. */
function leastRequest(
  base: CaseRequest,
  media: Media | undefined,
  refused: readonly Case[],
  tools: PlanTools,
): CaseRequest {
  if (media?.schema === undefined || !isJsonObject(base.body)) return base;
  const bodies = refused.flatMap(({ request: { body } }) => (isJsonObject(body) ? [body] : []));
  const keys = listKeys(base.body).toReversed();
  const body = keys.reduce<unknown>((whole, path) => {
    // Without it a request was refused already, which is told.
    if (bodies.some((one) => readPlace(one, path) === undefined)) return whole;
    const owner = readPlace(whole, path.slice(0, -1));
    const name = path.at(-1);
    if (!isJsonObject(owner) || name === undefined) return whole;
    const without = placeValue(whole, path.slice(0, -1), withoutMember(owner, name));
    return isKept(without, media, tools) ? without : whole;
  }, base.body);
  return write({ ...base, body }, media, tools) ?? base;
}

function listParameterPlaces(
  { parameters }: Operation,
  least: CaseRequest,
  requests: readonly CaseRequest[],
): Place[] {
  return parameters.flatMap((parameter) => {
    const { name, in: place } = parameter;
    if (isReserved(parameter) || (place !== 'query' && place !== 'header')) return [];
    const part = place === 'query' ? 'query' : 'headers';
    const read = (request: CaseRequest) => readPlace(request[part], [name]);
    const values = distinct(requests.map(read), read(least));
    const put = (request: CaseRequest, value: unknown) => ({
      ...request,
      [part]: { ...request[part], [name]: value },
    });
    return values.length === 0 ? [] : [{ where: `${place} ${name}`, values, put }];
  });
}

/** Places in the order in which values are put there: an object before its members. */
function listBodyPlaces(
  least: CaseRequest,
  requests: readonly CaseRequest[],
  { body }: Operation,
): Place[] {
  const bodies = requests
    .filter(({ mediaType }) => mediaType === least.mediaType)
    .flatMap((request) => (isJsonObject(request.body) ? [request.body] : []));
  if (!isJsonObject(least.body)) return [];
  const where = body?.content.length === 1 ? 'body' : `body ${least.mediaType}`;
  const paths = new Map(bodies.flatMap(listKeys).map((keys) => [toPointer(keys), keys]));
  const sorted = [...paths].toSorted(([, one], [, other]) => one.length - other.length);
  return sorted.flatMap(([pointer, keys]) => {
    const own = readPlace(least.body, keys);
    // What is there is changed by its members.
    if (isJsonObject(own)) return [];
    const values = distinct(
      bodies.map((one) => readPlace(one, keys)),
      own,
    );
    const put = (request: CaseRequest, value: unknown): CaseRequest => {
      const isThere = isJsonObject(readPlace(request.body, keys.slice(0, -1)));
      return isThere ? { ...request, body: placeValue(request.body, keys, value) } : request;
    };
    return values.length === 0 ? [] : [{ where: `${where} ${pointer}`, values, put }];
  });
}

function listKeys(object: Readonly<Record<string, unknown>>): Keys[] {
  return visit(object, []);

  function visit(value: unknown, at: Keys): Keys[] {
    if (!isJsonObject(value) || at.length >= MOST_DEPTH) return [];
    return Object.entries(value).flatMap(([name, member]) => {
      const keys = [...at, name];
      return [keys, ...visit(member, keys)];
    });
  }
}

/** Values that differ from each other, and from what is there anyway. */
function distinct(values: readonly unknown[], own: unknown): unknown[] {
  const known = new Map(
    values.filter((value) => value !== undefined).map((value) => [JSON.stringify(value), value]),
  );
  known.delete(JSON.stringify(own) ?? '');
  return [...known.values()].slice(0, MOST_VALUES);
}

function toPointer(keys: Keys): string {
  return keys.map((key) => `/${escapeToken(key)}`).join('');
}
