import { writeField, writePairs } from '../contract/example/write-value.ts';
import type { Parameter } from '../contract/model/contract.ts';
import type { CaseRequest } from './case.ts';

/** Sets a parameter of a request. */
export function withParameter(
  request: CaseRequest,
  parameter: Parameter,
  value: unknown,
): CaseRequest {
  const { name, in: place } = parameter;
  switch (place) {
    case 'path':
      return {
        ...request,
        pathParameters: { ...request.pathParameters, [name]: value },
        fixed: new Set([...request.fixed, name]),
      };
    case 'query':
      return { ...request, query: { ...request.query, [name]: value } };
    case 'header':
      return { ...request, headers: { ...request.headers, [name]: writeField(parameter, value) } };
    case 'cookie': {
      const pairs = writePairs(parameter, value, encodeURIComponent);
      const own = pairs.map(([key, text]) => `${key}=${text}`);
      return withCookies(request, [...listCookies(request, name), ...own]);
    }
    case 'querystring':
      return request;
  }
}

/** Leaves a parameter out. */
export function withoutParameter(
  request: CaseRequest,
  { name, in: place }: Parameter,
): CaseRequest {
  if (place === 'query') return { ...request, query: omit(request.query, name) };
  if (place === 'header') return { ...request, headers: omit(request.headers, name) };
  return withCookies(request, listCookies(request, name));
}

/** Leaves the body out. */
export function withoutBody(request: CaseRequest): CaseRequest {
  const { body: _, mediaType: __, written: ___, ...rest } = request;
  return rest;
}

function listCookies({ headers }: CaseRequest, without: string): string[] {
  const pairs = String(headers.Cookie ?? '').split('; ');
  return pairs.filter((pair) => pair !== '' && !pair.startsWith(`${without}=`));
}

function withCookies(request: CaseRequest, pairs: readonly string[]): CaseRequest {
  const headers = omit(request.headers, 'Cookie');
  return {
    ...request,
    headers: { ...headers, ...(pairs.length > 0 && { Cookie: pairs.join('; ') }) },
  };
}

function omit(object: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}
