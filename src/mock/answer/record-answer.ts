import type { HttpRequest } from '../http/message.ts';
import type { Journal } from '../journal/journal.ts';
import type { Answer } from './answer.ts';

/** Records a request and its answer in a journal. */
export function recordAnswer(
  journal: Pick<Journal, 'record'>,
  { method, origin, path, query, rawHeaders, body }: HttpRequest,
  { response, api, operation, pathValues, violations, isForbidden = false }: Answer,
  milliseconds: number,
): void {
  const isLost = response.loss === 'all';
  journal.record({
    kind: 'request',
    at: Date.now(),
    milliseconds,
    api: api?.name,
    operation: operation?.id,
    method,
    origin,
    path,
    query,
    pathValues,
    contract: api?.contract,
    status: isLost ? undefined : response.status,
    violations,
    isForbidden,
    request: { headers: rawHeaders, body: body?.bytes },
    response: isLost ? undefined : response,
  });
}
