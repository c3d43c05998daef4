import type { Oas3Example, Oas3Visitor, OasRef, UserContext } from '@redocly/openapi-core';

/** Named examples of a media type, parameter or header, in file order. */
export type ExamplesMap = Readonly<Record<string, Oas3Example | OasRef>>;

/** Creates a visitor that calls `check` with every `examples` map and the context of its owner. */
export function visitExamples(
  check: (examples: ExamplesMap, ctx: UserContext) => void,
): Oas3Visitor {
  const visit = (owner: { examples?: ExamplesMap }, ctx: UserContext) => {
    if (owner.examples) check(owner.examples, ctx);
  };
  return { MediaType: visit, Parameter: visit, Header: visit };
}

/** Whether an example is named as a payload of the provider, `documented` or `documented-…`. */
export function isDocumented(name: string): boolean {
  return name === 'documented' || name.startsWith('documented-');
}
