import type { Oas3Example, Oas3Visitor, OasRef, UserContext } from '@redocly/openapi-core';

/** Named examples of one media type, parameter or header, in the order of the file. */
export type ExamplesMap = Readonly<Record<string, Oas3Example | OasRef>>;

/** Makes the visitor that calls `check` with every `examples` map; `ctx.location` is its owner's. */
export function visitExamples(
  check: (examples: ExamplesMap, ctx: UserContext) => void,
): Oas3Visitor {
  const visit = (owner: { examples?: ExamplesMap }, ctx: UserContext) => {
    if (owner.examples) check(owner.examples, ctx);
  };
  return { MediaType: visit, Parameter: visit, Header: visit };
}

/** Tells whether an example is named as the provider's own: `documented` or `documented-<what>`. */
export function isDocumented(name: string): boolean {
  return name === 'documented' || name.startsWith('documented-');
}
