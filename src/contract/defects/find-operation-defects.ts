import type { Contract, Operation } from '../model/contract.ts';
import { child, children, descend, openDocument } from '../model/json-cursor.ts';
import { METHODS } from '../model/methods.ts';
import type { Defect } from './defect.ts';

type Finding = Omit<Defect, 'kind' | 'pointer'>;

/** Methods that Node's server receives: its parser refuses all others, and CONNECT is no request. */
const RECEIVED: ReadonlySet<string> = new Set(
  process.getBuiltinModule('node:http').METHODS.filter((method) => method !== 'CONNECT'),
);
/** Where path items stand that are served, unlike those of webhooks and callbacks. */
const SERVED = [['paths'], ['components', 'pathItems']];

/** Finds operations that no request reaches, and queries that are described in two ways. */
export function findOperationDefects({ document, operations }: Contract): Defect[] {
  const root = openDocument(document);
  const methods = SERVED.flatMap((keys) => children(descend(root, ...keys)))
    .flatMap(([, item]) => children(child(item, 'additionalOperations')))
    .map(([method, { pointer }]) => [pointer, method] as const);
  const queries = operations.flatMap((operation) =>
    report(`${operation.pointer}/parameters`, checkQuery(operation)),
  );
  // A path item that is shared is met several times.
  const unique = [...new Map(methods)];
  return [
    ...unique.flatMap(([pointer, method]) => report(pointer, checkMethod(method))),
    ...queries,
  ];
}

function report(pointer: string, finding: Finding | undefined): Defect[] {
  return finding === undefined ? [] : [{ kind: 'operation', pointer, ...finding }];
}

/** https://spec.openapis.org/oas/v3.2.0#path-item-additional-operations */
function checkMethod(method: string): Finding | undefined {
  const found = JSON.stringify(method);
  if (METHODS.includes(method.toLowerCase())) {
    const problem = `expected a method without a member of its own, found ${found}`;
    const remedy = `Move it beside additionalOperations, as ${method.toLowerCase()}.`;
    return { problem, remedy };
  }
  if (RECEIVED.has(method)) return undefined;
  const sent = method.toUpperCase();
  const remedy = RECEIVED.has(sent)
    ? `Write it as it is sent: ${sent}.`
    : 'No request with it gets further than the HTTP parser of Node.';
  return { problem: `expected a method that can be received, found ${found}`, remedy };
}

/** https://spec.openapis.org/oas/v3.2.0#parameter-locations */
function checkQuery({ parameters }: Operation): Finding | undefined {
  const [whole, ...others] = parameters.filter(({ in: place }) => place === 'querystring');
  if (whole === undefined) return undefined;
  const parts = [...others, ...parameters.filter(({ in: place }) => place === 'query')];
  const name = JSON.stringify(whole.name);
  if (parts.length > 0) {
    const found = parts.map((parameter) => JSON.stringify(parameter.name)).join(', ');
    return {
      problem: `expected the querystring ${name} to be all of the query, found ${found} beside it`,
      remedy: 'Describe each part of the query in the content of the querystring.',
    };
  }
  if (whole.media !== undefined) return undefined;
  const problem = `expected "content" of the querystring ${name}, found none`;
  return { problem, remedy: 'Give it content, such as application/x-www-form-urlencoded.' };
}
