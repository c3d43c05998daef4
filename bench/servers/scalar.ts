import { fileURLToPath } from 'node:url';
import { assignPorts, listBaseUrls } from './assign-ports.ts';
import { startScript } from './child.ts';
import type { Server } from './server.ts';

const SCRIPT = fileURLToPath(new URL('./scalar-process.ts', import.meta.url));

/** Mock server library of Scalar: one process, one port per API. */
export const scalar: Server = {
  name: 'Scalar',
  validates: 'request',
  launch: async (documents) => {
    const placed = await assignPorts(documents);
    const args = placed.flatMap(({ file, port }) => [file, `${port}`]);
    return { children: [startScript(SCRIPT, args)], baseUrls: listBaseUrls(placed) };
  },
};
