import type { Operation } from '../../src/contract/model/contract.ts';
import { findResponse } from '../../src/contract/model/find-response.ts';
import { isJsonObject } from '../../src/contract/model/json-cursor.ts';
import { findMedia } from '../../src/contract/model/media-type.ts';
import type { ResolveSchema } from '../../src/contract/model/resolve-schema.ts';
import type { Fetch } from '../../src/mock/http/to-fetch.ts';
import type { Outgoing } from '../send.ts';
import { buildRequest, type SampleSchema } from '../specs/build-request.ts';
import type { CheckValue } from '../specs/independent-check.ts';
import { judgeAnswer } from '../specs/judge-answer.ts';
import { changeBody } from './change-body.ts';
import type { Cycle } from './find-cycles.ts';
import { listScalars, rankKeys, type Scalar } from './list-scalars.ts';

/** Outcome of the life cycle of one collection. */
export interface JudgedCycle {
  readonly path: string;
  /** `unsure` where no valid request could be built, for which nobody is to blame. */
  readonly verdict: 'pass' | 'fail' | 'unsure';
  /** Steps that were asked for, such as `create` and `list`. */
  readonly steps: readonly string[];
  readonly reason: string;
}

/** What the judge works with. */
export interface Court {
  readonly fetch: Fetch;
  readonly check: CheckValue;
  readonly sample: SampleSchema;
  readonly resolve: ResolveSchema;
}

interface Answered {
  readonly status: number;
  readonly json: unknown;
  readonly location: string | null;
}

/** Ends the judgement of one collection. */
class Verdict extends Error {
  override readonly name = 'Verdict';
  readonly verdict: 'fail' | 'unsure';

  constructor(verdict: 'fail' | 'unsure', reason: string) {
    super(reason);
    this.verdict = verdict;
  }
}

/** Creates, lists, gets, changes and deletes in a sandbox that is empty at first, and judges every answer. */
export async function judgeCycle(cycle: Cycle, court: Court): Promise<JudgedCycle> {
  const steps: string[] = [];
  const { path } = cycle;
  try {
    await runCycle(cycle, court, steps);
    return { path, verdict: 'pass', steps, reason: '' };
  } catch (error) {
    if (!(error instanceof Verdict)) throw error;
    return { path, verdict: error.verdict, steps, reason: `${steps.at(-1)}: ${error.message}` };
  }
}

async function runCycle(cycle: Cycle, court: Court, steps: string[]): Promise<void> {
  const { create, show, list, change, remove, variable } = cycle;
  steps.push('create');
  const sent = await build(create, court);
  const created = await ask(create, sent, court);
  const values = readValues(create, sent.target);

  steps.push('show');
  const bodyOf = (outgoing: Outgoing) => readBody(outgoing);
  // Where an answer says nothing, the list does.
  const { json: listed } =
    list === undefined || created.json !== undefined
      ? { json: undefined }
      : await get(list, values, court);
  const told = [created.json, bodyOf(sent), ...listArrays(listed)];
  const keys = rankKeys(variable, cycle.path, created.location, told);
  const key = await findKey(keys, (one) => peek(show, { ...values, [variable]: one }, court));
  if (key === undefined)
    throw new Verdict('fail', `no value of the answer leads to it: ${keys.slice(0, 5).join(', ')}`);
  const at = { ...values, [variable]: key };
  const { status: early } = await peek(show, at, court, OTHER_SANDBOX);
  if (early < 400) throw new Verdict('fail', `"${key}" is shown where nothing was created`);
  expectShown(bodyOf(sent), (await get(show, at, court)).json, cycle, court);

  if (list !== undefined) {
    steps.push('list');
    const listed = await get(list, values, court);
    if (!hasKey(listed.json, key)) throw new Verdict('fail', `"${key}" is not listed`);
  }
  if (change !== undefined) {
    steps.push('change');
    const outgoing = await build(change, court, at);
    const changed = changeBody(outgoing, change, variable, court.check);
    await ask(change, changed, court);
    expectShown(bodyOf(changed), (await get(show, at, court)).json, cycle, court);
  }
  if (remove !== undefined) {
    steps.push('remove');
    await get(remove, at, court);
    const { status } = await peek(show, at, court);
    if (status < 400 || status >= 500)
      throw new Verdict('fail', `shown with ${status} after it was deleted`);
    if (list !== undefined && hasKey((await get(list, values, court)).json, key)) {
      throw new Verdict('fail', 'listed after it was deleted');
    }
  }
}

/** Builds a request without what is optional but the body, which a change needs. */
async function build(
  operation: Operation,
  { sample, check }: Court,
  values: Readonly<Record<string, string>> = {},
): Promise<Outgoing> {
  const parameters = operation.parameters
    .filter(({ required, in: place }) => required || place === 'path')
    .map((parameter) =>
      parameter.in === 'path' && Object.hasOwn(values, parameter.name)
        ? { ...parameter, example: values[parameter.name] }
        : parameter,
    );
  const { outgoing, doubts } = await buildRequest({ ...operation, parameters }, sample, check);
  if (doubts.length > 0) throw new Verdict('unsure', doubts.join('; '));
  return { ...outgoing, target: fillPath(operation, outgoing.target, values) };
}

/** The values of a path as they are known, whatever the contract gives as examples. */
function fillPath(
  { path }: Operation,
  target: string,
  values: Readonly<Record<string, string>>,
): string {
  const [built = '', query] = target.split('?');
  const own = built.split('/');
  const filled = path.split('/').map((segment, index) => {
    const [, name = ''] = /^\{([^{}]+)\}/.exec(segment) ?? [];
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const suffix = segment.slice(segment.indexOf('}') + 1);
    return value === undefined ? (own[index] ?? '') : encodeURIComponent(value) + suffix;
  });
  return filled.join('/') + (query === undefined ? '' : `?${query}`);
}

function readValues({ path }: Operation, target: string): Record<string, string> {
  const segments = (target.split('?')[0] ?? '').split('/');
  const pairs = path.split('/').flatMap((segment, index): [string, string][] => {
    const [, name] = /^\{([^{}]+)\}$/.exec(segment) ?? [];
    return name === undefined ? [] : [[name, decodeURIComponent(segments[index] ?? '')]];
  });
  return Object.fromEntries(pairs);
}

async function get(operation: Operation, values: Record<string, string>, court: Court) {
  return await ask(operation, await build(operation, court, values), court);
}

const OTHER_SANDBOX = { 'x-mock-sandbox': 'other' };

async function peek(
  operation: Operation,
  values: Record<string, string>,
  court: Court,
  headers: Readonly<Record<string, string>> = {},
) {
  const outgoing = await build(operation, court, values);
  const sent = { ...outgoing, headers: { ...outgoing.headers, ...headers } };
  const { answered } = await send(sent, court.fetch);
  return answered;
}

/** Sends a request, and expects an answer of success that keeps the contract. */
async function ask(operation: Operation, outgoing: Outgoing, court: Court): Promise<Answered> {
  const { answered, answer } = await send(outgoing, court.fetch);
  const { check, resolve } = court;
  const { verdict, reasons } = judgeAnswer(operation, answer, [], {
    check,
    resolve,
    hidden: new Set(),
  });
  // Where a document declares no success at all, no answer keeps it.
  const canKeep = operation.responses.some(({ status }) => /^(?:2|default)/.test(status));
  const isKept = verdict === 'kept' || verdict === 'flawed' || !canKeep;
  const isGood = answered.status < 400 && isKept;
  if (isGood) return answered;
  throw new Verdict(
    'fail',
    `${operation.method.toUpperCase()} ${answered.status} ${verdict} ${reasons.join('; ').slice(0, 300)}`,
  );
}

async function send({ method, target, headers, body }: Outgoing, fetch: Fetch) {
  const sent = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-length');
  const response = await fetch(
    new Request(`http://mock.test${target}`, {
      method,
      headers: sent.map(([name, value]): [string, string] => [name, String(value)]),
      // Fetch knows no body of a GET, which some documents declare.
      ...(body !== undefined && method !== 'GET' && { body: Buffer.from(body) }),
    }),
  );
  const bytes = Buffer.from(await response.arrayBuffer());
  const answer = {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    headers: Object.fromEntries(response.headers),
    body: bytes,
  };
  const answered = {
    status: response.status,
    json: parse(bytes.toString()),
    location: response.headers.get('location'),
  };
  return { answer, answered };
}

function readBody({ body, headers }: Outgoing): unknown {
  if (body === undefined) return undefined;
  const text = Buffer.from(body).toString();
  const isForm = JSON.stringify(headers).includes('x-www-form-urlencoded');
  return isForm ? Object.fromEntries(new URLSearchParams(text)) : parse(text);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function findKey(keys: readonly string[], look: (key: string) => Promise<Answered>) {
  for (const key of keys) if ((await look(key)).status < 400) return key;
  return undefined;
}

/**
 * Every plain value that was sent is shown, if the answer has a value of the same name, and the contract allows the sent one
 * there. An id of 0 asks for one of the server's.
 */
function expectShown(
  sent: unknown,
  shown: unknown,
  { show, variable }: Cycle,
  { check }: Court,
): void {
  const answers = Map.groupBy(listScalars(shown, 3), ({ name }) => name);
  const schema = findMedia(findResponse(show, 200)?.content ?? [], 'application/json')?.schema;
  for (const { name, value } of listScalars(sent, 2)) {
    const others = answers.get(name);
    if (others === undefined || others.some((other) => isEqual(other, value))) continue;
    if (value === 0 && /id$/i.test(name)) continue;
    const wished = replaceAll(shown, name, value);
    const isAllowed = schema === undefined || check(schema, wished, 'response').length === 0;
    if (!isAllowed || name === variable) continue;
    const found = others.map((other) => other.value);
    throw new Verdict(
      'fail',
      `sent ${name} ${JSON.stringify(value)}, shown ${JSON.stringify(found)}`,
    );
  }
}

function replaceAll(shown: unknown, wanted: string, value: unknown): unknown {
  if (!isJsonObject(shown)) return shown;
  const members = Object.entries(shown).map(([name, member]) => {
    const isIt = name === wanted && (typeof member !== 'object' || member === null);
    return [name, isIt ? value : replaceAll(member, wanted, value)];
  });
  return Object.fromEntries(members);
}

function isEqual({ value }: Scalar, sent: unknown): boolean {
  return String(value) === String(sent);
}

function listArrays(value: unknown): unknown[] {
  if (Array.isArray(value)) return [value];
  return isJsonObject(value) ? Object.values(value).flatMap(listArrays) : [];
}

function hasKey(value: unknown, key: string): boolean {
  if (Array.isArray(value)) {
    return value.some(
      (item) => hasKey(item, key) || listScalars(item, 2).some((one) => String(one.value) === key),
    );
  }
  return (
    isJsonObject(value) &&
    Object.values(value).some((member) => typeof member === 'object' && hasKey(member, key))
  );
}
