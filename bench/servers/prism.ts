import { createRequire } from 'node:module';
import type { ServedDocument } from '../documents.ts';
import { startScript } from './child.ts';
import { findFreePort, origin } from './free-port.ts';
import type { Server } from './server.ts';

const CLI = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');

/** Prism CLI with its log off; it serves one document, so each API has its own process. */
export const prism: Server = {
  name: 'Prism CLI',
  validates: 'request, response',
  launch: async (documents) => {
    const started = await Promise.all(documents.map(start));
    return {
      children: started.map(({ child }) => child),
      baseUrls: new Map(started.map(({ api, baseUrl }) => [api, baseUrl])),
    };
  },
};

async function start({ api, file }: ServedDocument) {
  const port = await findFreePort();
  const options = ['-h', '127.0.0.1', '-p', `${port}`, '-v', 'silent'];
  return { api, baseUrl: origin(port), child: startScript(CLI, ['mock', ...options, file]) };
}
