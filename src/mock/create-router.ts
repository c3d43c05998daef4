import type { MockApi } from './engine.ts';
import type { Eventual } from './eventual.ts';
import type { Mounts } from './mounts.ts';
import { refuseAsServer } from './refuse-as-server.ts';
import type { Answer } from './respond.ts';
import type { RoutedRequest } from './routed-request.ts';
import type { WireRequest, WireResponse } from './wire.ts';

/** Answers everything below `/docs/` by the path from there. */
export type ServeDocs = (path: string) => Promise<WireResponse>;

export type Router = (request: RoutedRequest) => Eventual<Answer>;

/** Makes the function that hands a request to its API, or answers for the server itself. */
export function createRouter(mounts: Mounts, docs: ServeDocs | undefined): Router {
  return (request) => {
    const { path } = request;
    const mount = mounts.find(path);
    if (mount !== undefined) return mount.handle(request);
    if (path === '/') return answerIndex(mounts, docs, request).then(plain);
    if (path === '/docs' || path.startsWith('/docs/')) return answerDocs(docs, path).then(plain);
    return plain(answerUnknown(mounts, request));
  };
}

/** Answer of the server itself, which is no API's. */
export function plain(response: WireResponse): Answer {
  return { response, violations: [] };
}

function listApis(mounts: Mounts): MockApi[] {
  return mounts.list().map(({ api }) => api);
}

async function answerIndex(
  mounts: Mounts,
  docs: ServeDocs | undefined,
  request: WireRequest,
): Promise<WireResponse> {
  const { renderIndex } = await import('./index-page.ts');
  return renderIndex({ apis: listApis(mounts), docs }, request);
}

async function answerDocs(docs: ServeDocs | undefined, path: string): Promise<WireResponse> {
  if (path === '/docs') return { status: 308, headers: { location: '/docs/' } };
  if (docs !== undefined) return docs(path.slice('/docs/'.length));
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return { status: 404, headers, body: 'No docs are served here.\n' };
}

function answerUnknown(mounts: Mounts, request: WireRequest): WireResponse {
  const bases = listApis(mounts).map(({ mount }) => mount);
  const expected = `a path below ${bases.join(', ')}`;
  const violation = { in: 'path' as const, pointer: '', keyword: 'mount', expected };
  const violations = [{ ...violation, found: request.path }];
  return refuseAsServer({ kind: 'unknown-path', violations }, request);
}
