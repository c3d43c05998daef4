import type { Location, Oas3MediaType, Oas3Rule, UserContext } from '@redocly/openapi-core';
import { formatViolation, type Violation } from '../../src/contract/violation.ts';
import { createExampleValidator, type ExampleValidator } from './example-validator.ts';
import { followReference, type Located } from './follow-reference.ts';

/**
 * Every example of a media type keeps its schema, JSON Schema 2020-12 with formats. An XML example is
 * read by the schema first. The report stands at the value that is wrong.
 */
export const exampleMatchesSchema: Oas3Rule = () => ({
  MediaType(media: Oas3MediaType, ctx: UserContext) {
    if (media.schema === undefined) return;
    const schema = { node: media.schema, location: ctx.location.child('schema') };
    const validate = createExampleValidator(String(ctx.key), schema, ctx.resolve);
    if (media.example !== undefined) {
      const example = { node: media.example, location: ctx.location.child('example') };
      checkExample('Example', example, validate, ctx);
    }
    for (const [name, raw] of Object.entries(media.examples ?? {})) {
      const example = followReference(raw, ctx.location.child(['examples', name]), ctx);
      if (example?.node.value === undefined) continue;
      const value = { node: example.node.value, location: example.location.child('value') };
      checkExample(`Example "${name}"`, value, validate, ctx);
    }
  },
});

function checkExample(
  name: string,
  example: Located<unknown>,
  validate: ExampleValidator,
  ctx: UserContext,
): void {
  const what = `${name} of ${ctx.key}`;
  const advice = 'Correct the example or its schema.';
  try {
    for (const violation of validate(example.node)) {
      const message = `${what}, ${formatViolation(violation)}. ${advice}`;
      ctx.report({ message, location: locate(example, violation), from: ctx.location });
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `${what}: ${reason} ${advice}`;
    ctx.report({ message, location: example.location, from: ctx.location });
  }
}

/** Place of the wrong value; inside XML text there is none but the text. */
function locate(example: Located<unknown>, { pointer }: Violation): Location {
  if (typeof example.node === 'string') return example.location;
  const tokens = pointer.split('/').slice(1);
  return example.location.child(
    tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~')),
  );
}
