import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Case } from '../cases.ts';
import type { Answer } from '../send.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { startScript } from './child.ts';
import { findFreePort, origin } from './free-port.ts';
import type { Server } from './server.ts';

const SCRIPT = fileURLToPath(new URL('./bare-process.ts', import.meta.url));

/** Recorded response to a method and URL, and to a body if the URL is not enough. */
export interface Recording {
  readonly method: string;
  readonly url: string;
  readonly requestBody: string;
  readonly status: number;
  readonly contentType: string;
  readonly base64: string;
}

/** Plain `node:http` server that replays recorded responses: as fast as a Node server can be. */
export function createBareServer(recorded: ReadonlyMap<Case, Answer>): Server {
  return {
    name: 'node:http',
    validates: 'nothing',
    launch: async (documents) => {
      const port = await findFreePort();
      const file = join(temporaryFolder(), `bare-${port}.json`);
      await writeFile(file, JSON.stringify([...recorded].map(describeRecording)));
      return {
        children: [startScript(SCRIPT, [file, `${port}`])],
        baseUrls: new Map(documents.map(({ api }) => [api, `${origin(port)}/${api}`])),
      };
    },
  };
}

function describeRecording([{ api, method, target, body = '' }, answer]: [
  Case,
  Answer,
]): Recording {
  const { status, contentType } = answer;
  return {
    method,
    url: `/${api}${target}`,
    requestBody: body,
    status,
    contentType,
    base64: answer.body.toString('base64'),
  };
}
