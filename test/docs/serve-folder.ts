import { createServer } from 'node:http';
import type { Site } from '../../src/docs/site.ts';

/** Server of a site below a path, as GitHub Pages has it. */
export interface ServedSite extends AsyncDisposable {
  /** Such as `http://127.0.0.1:4/a/b/`. */
  readonly url: string;
  /** Paths that were asked for and are not there. */
  readonly missing: readonly string[];
}

/** Serves the files of a site below a path. */
export async function serveBelow(site: Site, prefix: string): Promise<ServedSite> {
  const missing: string[] = [];
  const server = createServer(async ({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://127.0.0.1');
    const path = pathname.startsWith(prefix)
      ? decodeURIComponent(pathname.slice(prefix.length))
      : '';
    const file = pathname.startsWith(prefix) ? await site.render(path || 'index.html') : undefined;
    if (file === undefined) {
      missing.push(pathname);
      response.writeHead(404).end();
    } else response.writeHead(200, { 'content-type': file.mediaType }).end(file.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    missing,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
