import { escapeHtml, type Reply } from '../../src/mock/authoring/index.ts';
import { isCrawler, previewShare } from './crawler-page.ts';
import { writeGoQuery } from './go-query.ts';
import type { CloudreveContext } from './tables.ts';

type PageContext = CloudreveContext & { readonly path: Readonly<Record<string, string>> };

/** Base path of the API on the host. */
const API = '/api/v4';
const ROUTES: readonly { readonly path: string; readonly methods: readonly string[] }[] = [
  { path: '/share', methods: ['GET', 'PUT', 'DELETE'] },
  { path: '/share/{id}', methods: ['POST', 'DELETE'] },
  { path: '/share/info/{id}', methods: ['GET'] },
  { path: '/file', methods: ['GET'] },
  { path: '/file/info', methods: ['GET'] },
  { path: '/file/url', methods: ['POST'] },
  { path: '/file/content/{entity}/{speed}/{name}', methods: ['GET'] },
  { path: '/user/shares/{id}', methods: ['GET'] },
  { path: '/user/info/{id}', methods: ['GET'] },
  { path: '/site/ping', methods: ['GET'] },
  { path: '/session/prepare', methods: ['GET'] },
  { path: '/session/token', methods: ['POST', 'DELETE'] },
  { path: '/session/token/2fa', methods: ['POST'] },
  { path: '/session/token/refresh', methods: ['POST'] },
];

/** Short links, which redirect to the share in the front end whatever their id and password. */
const shortLinks = ['/s/{id}', '/s/{id}/{password}'].map((path) => ({
  method: 'GET',
  path,
  handle: redirectToShare,
}));

/** Paths with a trailing slash, which the framework redirects. */
const slashes = [
  ...ROUTES,
  { path: '/s/{id}', methods: ['GET'] },
  { path: '/s/{id}/{password}', methods: ['GET'] },
].flatMap(({ path, methods }) =>
  methods.map((method) => ({ method, path: `${path}/`, handle: redirectWithoutSlash })),
);

export const redirects = [...shortLinks, ...slashes];

function redirectToShare(context: PageContext): Reply {
  const { link, path, request } = context;
  const [id = '', password] = [path.id, path.password].map(
    (part) => part && decodeURIComponent(part),
  );
  if (isCrawler(request)) return previewShare(context, id);
  const share = `cloudreve://${id}${password === undefined ? '' : `:${password}`}@share`;
  const below = request.query.get('path')?.replace(/^\//, '') ?? '';
  const target = new URLSearchParams(request.query);
  target.set('path', below === '' ? share : `${share}/${below}`);
  return redirect(302, 'Found', `${pathOf(link('/home'))}?${writeGoQuery(target)}`);
}

function redirectWithoutSlash({ link, request: { method, path, query } }: PageContext): Reply {
  const search = query.size === 0 ? '' : `?${query}`;
  const site = path.startsWith('/s/') ? '' : API;
  const target = pathOf(link(site + path.slice(0, -1))) + search;
  return method === 'GET'
    ? redirect(301, 'Moved Permanently', target)
    : { status: 307, headers: { location: target } };
}

/** Path of a URL of the sandbox: the server redirects within its own host. */
function pathOf(url: string): string {
  return new URL(url).pathname;
}

/** Redirects GET, with the page of Go's `http.Redirect`. */
function redirect(status: number, text: string, location: string): Reply {
  const body = `<a href="${escapeHtml(location)}">${text}</a>.\n\n`;
  return { status, headers: { location }, mediaType: 'text/html; charset=utf-8', body };
}
