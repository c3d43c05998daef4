import type { Oas3Parameter, Oas3Rule, UserContext } from '@redocly/openapi-core';
import { followReference } from './follow-reference.ts';
import { hasExample } from './has-example.ts';

/** Requires an example of every parameter: on itself, in its schema or in its content. */
export const parameterExample: Oas3Rule = () => ({
  Parameter(parameter: Oas3Parameter, ctx: UserContext) {
    const content = Object.values(parameter.content ?? {});
    if ([parameter, ...content, ...listSchemas(parameter, ctx)].some(hasExample)) return;
    ctx.report({
      message: `Parameter "${parameter.name}" (${parameter.in}): expected an example, found none. Add "example" or "examples" to it.`,
      location: ctx.location,
    });
  },
});

/** Lists the schema as written, which may have an example beside its `$ref`, and its target. */
function listSchemas({ schema }: Oas3Parameter, ctx: UserContext): object[] {
  if (!schema) return [];
  const target = followReference(schema, ctx.location.child('schema'), ctx);
  return target ? [schema, target.node] : [schema];
}
