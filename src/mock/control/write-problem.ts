import type { Answer } from '../answer/answer.ts';
import type { Reply } from '../authoring/reply.ts';

/** Writes a refusal of the server itself as an answer. */
export function writeProblem({ status, headers, mediaType, body }: Reply): Answer {
  const response = {
    status,
    headers: { ...headers, 'content-type': `${mediaType}` },
    body: JSON.stringify(body),
  };
  return { response, violations: [] };
}
