import type { Context, Reply } from '../../src/mock/authoring/index.ts';
import type { Failure } from './failures.ts';

/** Formats of a response; the path alone decides. */
export type Format = 'json' | 'xml';

/** Result of a rule, before it is put into the envelope of a format. */
export type Outcome<Result, Status extends number> = { readonly result: Result } | Failure<Status>;

type Rule<Caller, Result, Status extends number> = (
  call: Caller,
  format: Format,
) => Outcome<Result, Status>;

type HasRequest = Pick<Context, 'request'>;

/** Creates the handler of a JSON path from a rule. */
export function inJson<Call extends HasRequest, Result, Status extends number>(
  rule: Rule<Call, Result, Status>,
) {
  return (call: Call) => {
    const outcome = rule(call, 'json');
    const { path } = call.request;
    return 'error' in outcome
      ? { status: outcome.status, body: jsonBody(path, { error: outcome.error }) }
      : { status: 200 as const, body: jsonBody(path, { result: outcome.result }) };
  };
}

/** Creates the handler of an XML path from a rule. */
export function inXml<Call extends HasRequest, Result, Status extends number>(
  rule: Rule<Call, Result, Status>,
) {
  return (call: Call) => {
    const outcome = rule(call, 'xml');
    const { path } = call.request;
    return 'error' in outcome
      ? { status: outcome.status, body: xmlBody(path, { error: outcome.error }) }
      : { status: 200 as const, body: xmlBody(path, { result: outcome.result }) };
  };
}

/** Builds a failure in the format of a path; XML for all other paths. */
export function writeFailure({ status, error }: Failure, path: string): Reply {
  return /^\/api\/private\/json(\/|$)/.test(path)
    ? { status, mediaType: 'application/json', body: jsonBody(path, { error }) }
    : {
        status,
        mediaType: 'application/xml',
        body: xmlBody(path, { error }),
        schema: 'ErrorResponse',
      };
}

function jsonBody<Content extends object>(uri: string, content: Content) {
  return { response: xmlBody(uri, content) };
}

/** The contract names the root element of XML. */
function xmlBody<Content extends object>(uri: string, content: Content) {
  return { uri, ...content };
}
