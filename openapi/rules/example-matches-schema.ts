import type { Location, Oas3MediaType, Oas3Rule, UserContext } from '@redocly/openapi-core';
import { ContractError } from '../../src/contract/model/contract-error.ts';
import { formatViolation } from '../../src/contract/model/describe-violation.ts';
import { unescapeToken } from '../../src/contract/model/json-cursor.ts';
import type { Violation } from '../../src/contract/model/violation.ts';
import { XmlSyntaxError } from '../../src/contract/xml/xml-syntax-error.ts';
import { createExampleValidator, type ExampleValidator } from './example-validator.ts';
import { followReference, type Located } from './follow-reference.ts';

/**
 * Requires every example of a media type to match its schema: JSON Schema 2020-12 with formats.
 *
 * Decodes an XML example by its schema first. Reports the position of the wrong value, and what several operations
 * share once.
 */
export const exampleMatchesSchema: Oas3Rule = () => {
  const reported = new Set<string>();
  return {
    MediaType(media: Oas3MediaType, ctx: UserContext) {
      const schema = { node: media.schema, location: ctx.location.child('schema') };
      const problems = media.schema === undefined ? [] : listProblems(media, schema, ctx);
      for (const { text, ...problem } of problems) {
        const key = `${problem.location.absolutePointer} ${text}`;
        if (reported.has(key)) continue;
        reported.add(key);
        ctx.report({ ...problem, from: ctx.location });
      }
    },
  };
};

interface Problem {
  readonly location: Location;
  readonly message: string;
  /** Part of the message that does not name the user of an example. */
  readonly text: string;
}

function listProblems(
  media: Oas3MediaType,
  schema: Located<unknown>,
  ctx: UserContext,
): readonly Problem[] {
  const validate = createExampleValidator(String(ctx.key), schema, ctx.resolve);
  if (validate === undefined) return [];
  try {
    return listExamples(media, ctx).flatMap(([name, value]) =>
      checkExample(value, validate).map(({ location, text }) => {
        const message = `${name} of ${ctx.key}, ${text} Correct the example or its schema.`;
        return { location, message, text };
      }),
    );
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    const reason = error.cause instanceof Error ? error.cause.message : error.message;
    const text = `expected one that can be enforced, found ${reason}. Correct the schema.`;
    const { location } = followReference(media.schema ?? {}, schema.location, ctx) ?? schema;
    return [{ location, message: `Schema of ${ctx.key}: ${text}`, text }];
  }
}

type NamedValue = [name: string, value: Located<unknown>];

function listExamples(media: Oas3MediaType, ctx: UserContext): NamedValue[] {
  const inline: NamedValue = [
    'Example',
    { node: media.example, location: ctx.location.child('example') },
  ];
  const named = Object.entries(media.examples ?? {}).flatMap(([name, raw]): NamedValue[] => {
    const example = followReference(raw, ctx.location.child(['examples', name]), ctx);
    if (!example) return [];
    // OpenAPI 3.2 has `dataValue` for data: https://spec.openapis.org/oas/v3.2.0#example-object.
    const key = example.node.dataValue === undefined ? 'value' : 'dataValue';
    const value = { node: example.node[key], location: example.location.child(key) };
    return [[`Example "${name}"`, value]];
  });
  return [inline, ...named].filter(([, { node }]) => node !== undefined);
}

function checkExample(
  example: Located<unknown>,
  validate: ExampleValidator,
): Pick<Problem, 'location' | 'text'>[] {
  try {
    return validate(example.node).map((violation) => ({
      location: locate(example, violation),
      text: `${formatViolation(violation)}.`,
    }));
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    return [{ location: example.location, text: error.message }];
  }
}

/** Position of the wrong value; for XML, that of the whole text. */
function locate(example: Located<unknown>, { pointer }: Violation): Location {
  if (pointer === '' || typeof example.node === 'string') return example.location;
  const tokens = pointer.split('/').slice(1);
  return example.location.child(tokens.map(unescapeToken));
}
