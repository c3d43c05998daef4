import type { Oas3Rule, UserContext } from '@redocly/openapi-core';
import { findKeywordDefects } from '../../src/contract/defects/find-schema-defects.ts';

/** Kinds of defects that no rule of Redocly reports; its rule struct reports unknown keywords and wrong values. */
const KINDS = ['format', 'pattern'];

/** Requires formats and patterns that can be enforced, and reports others where they stand. */
export const enforceableSchema: Oas3Rule = () => ({
  Schema(schema: object, ctx: UserContext) {
    for (const { kind, keyword, problem, remedy } of findKeywordDefects({ ...schema })) {
      if (!KINDS.includes(kind)) continue;
      const message = `Schema: ${problem}. ${remedy}`;
      ctx.report({ message, location: ctx.location.child(keyword) });
    }
  },
});
