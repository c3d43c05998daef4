import { listBodyCases } from '../../cases/body-cases.ts';
import type { Case, CaseRequest, UnbrokenRule } from '../../cases/case.ts';
import type { PlanTools } from '../../cases/case-tools.ts';
import { listCredentialCases } from '../../cases/other-cases.ts';
import { listParameterCases } from '../../cases/parameter-cases.ts';
import { formatTarget } from '../../contract/example/example-request.ts';
import { createMatcher, type Matcher } from '../../contract/match/match-operation.ts';
import type { Operation } from '../../contract/model/contract.ts';
import { findMedia } from '../../contract/model/media-type.ts';
import { toPlain } from '../../contract/model/to-plain.ts';
import type { Derived } from './derived.ts';
import type { RequestMessage } from './message.ts';

/** Makes the requests of an operation that its contract allows and forbids. */
export type ListRequests = (operation: Operation, base: CaseRequest) => Promise<Derived>;

/** Rules of HTTP, which no schema has. */
const OF_HTTP = ['mediaType', 'syntax', 'security'];

/** Creates what lists requests: one for each rule that it breaks, those that just keep one, and the least that is valid. */
export function createRequestLister(tools: PlanTools): ListRequests {
  const match = createMatcher(tools.contract);
  return async (operation, base) => {
    const unbroken: UnbrokenRule[] = [];
    const report = (rule: UnbrokenRule) => unbroken.push(rule);
    const cases = [
      ...listParameterCases(operation, base, tools, report),
      ...listBodyCases(operation, base, tools, report),
      ...listCredentialCases(operation, base).filter(
        ({ request }) => request.credentials === 'none',
      ),
    ];
    const messages: RequestMessage[] = [toLeast(operation, base)];
    for (const one of cases) {
      const problem = await findProblem(one, match, tools);
      if (problem === undefined) messages.push(toMessage(one));
      else if (one.constraint !== undefined && !one.isAllowed)
        report({ constraint: one.constraint, where: one.where, reason: problem });
    }
    return { messages, unbroken };
  };
}

function toLeast(operation: Operation, request: CaseRequest): RequestMessage {
  return {
    direction: 'request',
    operation,
    title: 'the least request',
    isAllowed: true,
    pointer: '',
    request,
  };
}

function toMessage(one: Case): RequestMessage {
  const { operation, title, isAllowed, constraint, request, where, at = '' } = one;
  const isBody = constraint === undefined || constraint.in === 'body';
  const name = isBody ? '' : where.slice(constraint.in.length + 1);
  return {
    direction: 'request',
    operation,
    title,
    isAllowed,
    ...(constraint !== undefined && { constraint }),
    pointer: isBody ? at : constraint.keyword === 'security' ? '' : `/${name}`,
    request,
  };
}

/** Says why a request is not what it is made for once it is written, such as the text `1` in the place of a text. */
async function findProblem(
  one: Case,
  match: Matcher,
  tools: PlanTools,
): Promise<string | undefined> {
  const { operation, request, isAllowed } = one;
  const violations = await tools.check(operation, request);
  if (violations === undefined) return 'the request would be another operation’s';
  if (isAllowed) return violations.length === 0 ? undefined : 'it is not sure to be allowed';
  if (violations.length > 0 || (await isBroken(one, match, tools))) return undefined;
  return 'as it is written, it keeps the rule';
}

/** Asks a second validator about the values that are read back, so that what the first one overlooks is found out. */
async function isBroken(one: Case, match: Matcher, tools: PlanTools): Promise<boolean> {
  const { constraint, operation } = one;
  if (constraint === undefined) return false;
  const { keyword, in: place } = constraint;
  if (OF_HTTP.includes(keyword)) return true;
  return place === 'body'
    ? isBrokenBody(one, tools)
    : operation.parameters.some(
        (parameter) =>
          parameter.in === place && isBrokenParameter(parameter, one.request, operation, match),
      );

  function isBrokenParameter(
    { name, schema, required }: Operation['parameters'][number],
    request: CaseRequest,
    { id }: Operation,
    find: Matcher,
  ): boolean {
    const [path = '', queryText = ''] = formatTarget(request).split(/\?(.*)/s);
    const query = new URLSearchParams(queryText);
    const headers = new Headers(
      Object.entries(request.headers).map(([key, value]): [string, string] => [key, `${value}`]),
    );
    const found = find(request.method, path, { query, headers });
    if (found.kind !== 'operation' || found.operation.id !== id) return false;
    const source = { path: found.pathValues, query, queryText, headers };
    const { values } = tools.checks.readParameters(operation, source);
    const value = place === 'status' || place === 'body' ? undefined : values[place][name];
    if (value === undefined) return required && keyword === 'required';
    return tools.oracle(schema, value, 'request').length > 0;
  }
}

async function isBrokenBody({ operation, request }: Case, tools: PlanTools): Promise<boolean> {
  const { written, mediaType = '' } = request;
  if (written === undefined) return operation.body?.required === true;
  const response = new Response(written, {
    headers: typeof written === 'string' ? { 'content-type': mediaType } : {},
  });
  const type = response.headers.get('content-type') ?? mediaType;
  const media = findMedia(operation.body?.content ?? [], type);
  if (media?.schema === undefined) return false;
  try {
    const bytes = new Uint8Array(await response.arrayBuffer());
    const body = await tools.checks.decodeBody(bytes, media, type);
    return tools.oracle(media.schema, toPlain(body), 'request').length > 0;
  } catch {
    return true;
  }
}
