import type { CaseRequest } from '../../../src/cases/case.ts';
import type { PlanTools } from '../../../src/cases/case-tools.ts';
import { withParameter } from '../../../src/cases/change-request.ts';
import type { ForbiddenRequest } from '../../../src/cases/forbidden-requests.ts';
import { isReserved } from '../../../src/cases/make-request.ts';
import { planOperation } from '../../../src/cases/plan-operation.ts';
import { toSent } from '../../../src/cases/sent-request.ts';
import { writeMedia } from '../../../src/cases/write-body.ts';
import { withDummyCredentials } from '../../../src/contract/example/example-request.ts';
import type { Media, Operation, Parameter } from '../../../src/contract/model/contract.ts';
import { isJsonObject } from '../../../src/contract/model/json-cursor.ts';

interface Wrong {
  readonly what: string;
  readonly request: CaseRequest;
}

/** Values of every kind; those that a contract refuses in a place make forbidden requests. */
const VALUES: readonly unknown[] = [
  ...[null, true, -1, 0, 1.5, 1e9, '', '!', 'x'.repeat(3000), [], {}],
];
const SCALARS = VALUES.filter((value) => typeof value !== 'object' && value !== '');

/** Lists requests with every value, in every parameter and member of a body, that a contract refuses there. */
export async function listWrongValues(
  operations: readonly Operation[],
  tools: PlanTools,
): Promise<ForbiddenRequest[]> {
  const found: ForbiddenRequest[] = [];
  for (const operation of operations) {
    const plan = await planOperation(operation, tools, 'base');
    if (typeof plan === 'string') throw new Error(`${operation.id}: ${plan}.`);
    for (const { what, request } of listWrong(operation, plan.base, tools)) {
      const violations = await tools.check(operation, request);
      if (violations === undefined || violations.length === 0) continue;
      const sent = toSent(withDummyCredentials(request, operation), request.written);
      found.push({ title: `${operation.id}: ${what}`, operation, sent });
    }
  }
  return found;
}

function listWrong(operation: Operation, base: CaseRequest, tools: PlanTools): Wrong[] {
  const parameters = operation.parameters.filter(
    (parameter) => ['path', 'query', 'header'].includes(parameter.in) && !isReserved(parameter),
  );
  const media = operation.body?.content.find(({ type }) => type === base.mediaType);
  return [
    ...parameters.flatMap((parameter) => listOfParameter(parameter, base)),
    ...(media === undefined ? [] : listOfBody(media, base, tools)),
  ];
}

function listOfParameter(parameter: Parameter, base: CaseRequest): Wrong[] {
  return SCALARS.map((value) => ({
    what: `${parameter.name}=${String(value).slice(0, 12)}`,
    request: withParameter(base, parameter, value),
  }));
}

function listOfBody(media: Media, base: CaseRequest, { resolve }: PlanTools): Wrong[] {
  const { body } = base;
  const schema = media.schema && resolve(media.schema.schema);
  if (!isJsonObject(body) || !isJsonObject(schema)) return [];
  const members = Object.keys(schema.properties ?? {}).flatMap((name) =>
    VALUES.map((value) => ({ what: `${name}: ${show(value)}`, body: { ...body, [name]: value } })),
  );
  const wholes = VALUES.map((value) => ({ what: `body ${show(value)}`, body: value }));
  return [...members, ...wholes].flatMap(({ what, body: wrong }) => {
    const written = writeMedia(media, wrong, resolve);
    return written === undefined ? [] : [{ what, request: { ...base, body: wrong, written } }];
  });
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? '').slice(0, 12);
}
