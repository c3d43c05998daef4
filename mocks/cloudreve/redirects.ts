import type { Reply } from '../../src/mock/authoring/index.ts';
import type { CloudreveContext } from './tables.ts';

type PageContext = CloudreveContext & { readonly path: Readonly<Record<string, string>> };

/** Base path of the API on the host. */
const API = '/api/v4';
const ROUTES: readonly { readonly path: string; readonly methods: readonly string[] }[] = [
  { path: '/share', methods: ['GET', 'PUT', 'DELETE'] },
  { path: '/share/{id}', methods: ['POST', 'DELETE'] },
  { path: '/share/info/{id}', methods: ['GET'] },
  { path: '/user/shares/{id}', methods: ['GET'] },
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
const slashes = ROUTES.flatMap(({ path, methods }) =>
  methods.map((method) => ({ method, path: `${path}/`, handle: redirectWithoutSlash })),
);

export const redirects = [...shortLinks, ...slashes];

function redirectToShare({ link, path, request: { query } }: PageContext): Reply {
  const { id = '', password } = path;
  const share = `cloudreve://${id}${password === undefined ? '' : `:${password}`}@share`;
  const below = query.get('path')?.replace(/^\//, '') ?? '';
  const passedOn = new URLSearchParams(query);
  passedOn.delete('path');
  const target = new URLSearchParams({ path: below === '' ? share : `${share}/${below}` });
  for (const [name, value] of passedOn) target.append(name, value);
  return redirect(302, link(`/home?${target}`));
}

function redirectWithoutSlash({ link, request: { method, path, query } }: PageContext): Reply {
  const search = query.size === 0 ? '' : `?${query}`;
  return redirect(method === 'GET' ? 301 : 307, link(API + path.slice(0, -1) + search));
}

function redirect(status: number, location: string): Reply {
  return { status, headers: { location } };
}
