import type { Oas3Operation, Oas3Rule, UserContext } from '@redocly/openapi-core';
import { followReference } from './follow-reference.ts';
import { listProvenanceProblems } from './provenance-problems.ts';
import { type ExamplesMap, isDocumented, visitExamples } from './visit-examples.ts';

/**
 * Requires an `x-provenance` on every operation and on every example that is not the provider's
 * own, so that readers see what is known and what is a guess.
 *
 * Checks every `x-provenance`, wherever it is.
 */
export const provenance: Oas3Rule = () => ({
  ...visitExamples(checkExamples),
  Operation(operation: Oas3Operation, ctx: UserContext) {
    if ('x-provenance' in operation) return;
    ctx.report({
      message: `Operation "${operation.operationId ?? ctx.key}": expected x-provenance, found none. Add {level, note, url}.`,
      location: ctx.location.key(),
    });
  },
  SpecExtension(value: unknown, ctx: UserContext) {
    if (ctx.key !== 'x-provenance') return;
    for (const { key, message } of listProvenanceProblems(value)) {
      const location = key === undefined ? ctx.location : ctx.location.child(key);
      ctx.report({ message: `x-provenance: ${message}`, location });
    }
  },
});

function checkExamples(examples: ExamplesMap, ctx: UserContext): void {
  for (const [name, raw] of Object.entries(examples)) {
    if (isDocumented(name)) continue;
    const example = followReference(raw, ctx.location.child(['examples', name]), ctx);
    if (!example || 'x-provenance' in example.node) continue;
    ctx.report({
      message: `Example "${name}": expected x-provenance, found none. Add it, or name the example "documented" if it is the provider's own.`,
      location: example.location.key(),
    });
  }
}
