import type { Oas3Rule, UserContext } from '@redocly/openapi-core';
import { findKeywordDefects } from '../../contract/defects/find-schema-defects.ts';

/** Kinds of defects that no rule of Redocly reports; its rule struct reports unknown keywords and wrong values. */
const KINDS = ['format', 'pattern'];

/**
 * Requires formats and patterns that can be enforced, and reports others where they stand.
 *
 * `unknownFormats: warn` makes less of a format that is no standard, which says something to readers alone.
 */
export const enforceableSchema = (({ unknownFormats }) => ({
  Schema(schema: object, ctx: UserContext) {
    for (const { kind, keyword, problem, remedy } of findKeywordDefects({ ...schema })) {
      if (!KINDS.includes(kind)) continue;
      const message = `Schema: ${problem}. ${remedy}`;
      const isMinor = kind === 'format' && unknownFormats === 'warn';
      const location = ctx.location.child(keyword);
      ctx.report({ message, location, ...(isMinor && { forceSeverity: 'warn' }) });
    }
  },
})) satisfies Oas3Rule;
