import type { Answer } from '../answer/answer.ts';
import type { HttpRequest } from '../http/message.ts';
import { readBytes } from '../http/read-bytes.ts';
import type { Fetch } from '../http/to-fetch.ts';
import { isLocal } from './is-local.ts';
import { problem } from './problem.ts';
import { writeProblem } from './write-problem.ts';

/** Mock that an agent has called, and from where. */
export interface CalledMock {
  /** Answers a request in this process, as a caller of this machine. */
  readonly fetch: Fetch;
  /** Whether the agent is on this machine. */
  readonly isLocal: boolean;
}

/** Answers agents by the Model Context Protocol over HTTP, https://modelcontextprotocol.io. */
export type ServeAgents = (request: Request, called: CalledMock) => Promise<Response>;

/** Longest request in bytes; one sends hardly more than a request to the mock. */
const MAX_REQUEST = 4 * 1024 * 1024;
/** Others are of other versions of the protocol, whose answer is a refusal as well. */
const METHODS = ['GET', 'POST', 'DELETE'];
const FIELDS = [
  ...['accept', 'content-type'],
  ...['mcp-protocol-version', 'mcp-session-id', 'mcp-method', 'mcp-name'],
];

/** Answers a request of an agent. Its answer is whole, since nothing here is sent in parts. */
export async function answerAgent(
  serve: ServeAgents,
  request: HttpRequest,
  fetch: Fetch,
): Promise<Answer> {
  const { method, origin, path, headers, body } = request;
  if (!METHODS.includes(method)) {
    const refusal = problem(405, `Agents send POST, found ${method}.`);
    return writeProblem({ ...refusal, headers: { allow: METHODS.join(', ') } });
  }
  const read = body && (await readBytes(body, headers, MAX_REQUEST));
  if (read !== undefined && 'tooLarge' in read) {
    return writeProblem(problem(413, `Expected a body of at most ${MAX_REQUEST} bytes.`));
  }
  if (read !== undefined && 'brokenOff' in read) {
    return writeProblem(problem(400, `The body is not complete: ${read.brokenOff}`));
  }
  const fields = FIELDS.flatMap((name): [string, string][] => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  const isSent = read !== undefined && method === 'POST';
  const sent = new Request(`${origin}${path}`, {
    method,
    headers: fields,
    ...(isSent && { body: new Uint8Array(read.bytes) }),
  });
  const response = await serve(sent, { fetch, isLocal: isLocal(request) });
  return {
    response: {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    },
    violations: [],
  };
}
