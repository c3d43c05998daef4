import type { Oas3Operation, Oas3Rule, UserContext } from '@redocly/openapi-core';
import { followReference } from './follow-reference.ts';
import { hasExample } from './has-example.ts';

/**
 * Requires a 2xx response of every operation, and an example per media type of each 2xx response
 * with content.
 *
 * The mock server responds with these examples.
 */
export const operationSuccessExample: Oas3Rule = () => ({
  Operation(operation: Oas3Operation, ctx: UserContext) {
    const statuses = Object.keys(operation.responses ?? {});
    const successes = statuses.filter((status) => /^2(\d\d|XX)$/i.test(status));
    if (successes.length === 0) reportNoSuccess(operation, statuses, ctx);
    for (const status of successes) checkExamples(operation, status, ctx);
  },
});

function reportNoSuccess(operation: Oas3Operation, statuses: string[], ctx: UserContext): void {
  const found = statuses.join(', ') || 'none';
  ctx.report({
    message: `${nameOf(operation, ctx)}: expected a 2xx response, found ${found}. Add the response of a successful call.`,
    location: ctx.location.child('responses').key(),
  });
}

function checkExamples(operation: Oas3Operation, status: string, ctx: UserContext): void {
  const at = ctx.location.child(['responses', status]);
  const response = followReference(operation.responses[status] ?? {}, at, ctx);
  if (!response) return;
  for (const [type, media] of Object.entries(response.node.content ?? {})) {
    if (hasExample(media)) continue;
    ctx.report({
      message: `${nameOf(operation, ctx)}, response ${status}: expected an example of ${type}, found none. Add "examples" beside its schema.`,
      location: response.location.child(['content', type]).key(),
    });
  }
}

function nameOf(operation: Oas3Operation, ctx: UserContext): string {
  return `Operation "${operation.operationId ?? ctx.key}"`;
}
