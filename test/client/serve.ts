import {
  type BodyKind,
  type ClientOptions,
  createConnection,
  type FindKind,
  operation,
  type Route,
} from '../../src/client/index.ts';

/** Types of an operation with a success and a failure. */
export type ShowThing = {
  parameters: {
    query?: { q?: string };
    header?: never;
    path: { id: string };
    cookie?: never;
  };
  requestBody?: never;
  responses: {
    200: {
      headers: { 'X-Total': number; 'X-Rest'?: number; [name: string]: unknown };
      content: { 'application/json': { name: string } };
    };
    204: { headers: { [name: string]: unknown }; content?: never };
    404: {
      headers: { [name: string]: unknown };
      content: { 'application/json': { detail: string } };
    };
  };
};

const ANSWERS: Record<string, BodyKind | FindKind> = { 200: 'json', 204: 'none', 404: 'json' };

/** An operation `show`, `GET /things/{id}` unless its route says otherwise. */
export function show(route: Partial<Route> = {}) {
  return operation<ShowThing>({
    name: 'show',
    method: 'get',
    path: '/things/{id}',
    answers: ANSWERS,
    ...route,
  });
}

export const INPUT = { path: { id: 'a' } };

/** A client without methods of a server that is a function. */
export function serve(
  answer: (request: Request, count: number) => Response | Promise<Response>,
  options: Partial<ClientOptions> = {},
) {
  const requests: Request[] = [];
  const fetch = async (request: Request) => {
    requests.push(request.clone());
    return await answer(request, requests.length);
  };
  return { client: createConnection({ baseUrl: 'http://a.test/v1', fetch, ...options }), requests };
}

/** Returns what a call throws. */
export async function thrownBy(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error('expected an error, found none');
}
