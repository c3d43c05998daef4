import { join } from 'node:path';
import { loadProject } from '../../src/apis/load-project.ts';
import { ROOT } from '../../src/apis/root.ts';
import { startScript } from './child.ts';
import { findFreePort, origin } from './free-port.ts';
import { NODE_OPTIONS } from './node-options.ts';
import type { Server } from './server.ts';

const CLI = join(ROOT, 'src/cli/start.js');
const NAME = 'share-contracts';
const VALIDATES = 'request, response';

// Loaded now, so that it does not slow down the first start.
const apis = await loadProject();

/** Our server as run by `npm start`: all bundled APIs in one process on one port. */
export const ownApisServer: Server = {
  name: NAME,
  validates: VALIDATES,
  launch: async () => {
    const port = await findFreePort();
    return {
      children: [startScript(CLI, ['mock', '--quiet', '-p', `${port}`], NODE_OPTIONS)],
      baseUrls: new Map(apis.map(({ name, mount }) => [name, origin(port) + mount])),
    };
  },
};

/** Our server with one other document at `/`. */
export function oneFileServer(name = NAME): Server {
  return {
    name,
    validates: VALIDATES,
    launch: async ([document]) => {
      if (document === undefined) throw new Error('There is no document to serve.');
      const port = await findFreePort();
      return {
        children: [
          startScript(CLI, ['mock', document.file, '--quiet', '-p', `${port}`], NODE_OPTIONS),
        ],
        baseUrls: new Map([[document.api, origin(port)]]),
      };
    },
  };
}
