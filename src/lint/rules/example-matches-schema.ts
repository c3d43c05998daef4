import type {
  Location,
  Oas2Response,
  Oas2Rule,
  Oas3MediaType,
  Oas3Rule,
  UserContext,
} from '@redocly/openapi-core';
import { ContractError } from '../../contract/model/contract-error.ts';
import { formatViolation } from '../../contract/model/describe-violation.ts';
import type { Direction } from '../../contract/model/direction.ts';
import { unescapeToken } from '../../contract/model/json-cursor.ts';
import type { Violation } from '../../contract/model/violation.ts';
import { XmlSyntaxError } from '../../contract/xml/xml-syntax-error.ts';
import {
  createExampleValidator,
  type ExampledMedia,
  type ExampleValidator,
} from './example-validator.ts';
import { followReference, type Located } from './follow-reference.ts';

/**
 * Requires every example of a media type to match its schema: JSON Schema 2020-12 with formats.
 *
 * Decodes an XML example by its schema first. Reports the position of the wrong value, and what several operations
 * share once.
 */
export const exampleMatchesSchema: Oas3Rule = () => {
  const report = createReport();
  const checkIn =
    (direction: Direction) =>
    (media: Oas3MediaType, ctx: UserContext): void => {
      if (media.schema === undefined) return;
      const schema = { node: media.schema, location: ctx.location.child('schema') };
      const exampled = { mediaType: String(ctx.key), schema, direction };
      report(listProblems(exampled, listExamples(media, ctx), ctx), ctx);
    };
  return {
    RequestBody: { MediaType: checkIn('request') },
    Response: { MediaType: checkIn('response') },
    Parameter: { MediaType: checkIn('request') },
  };
};

/** The same for the examples of a response of Swagger 2.0, https://spec.openapis.org/oas/v2.0#example-object. */
export const responseExampleMatchesSchema: Oas2Rule = () => {
  const report = createReport();
  return {
    Response(response: Oas2Response, ctx: UserContext) {
      if (response.schema === undefined) return;
      const schema = { node: response.schema, location: ctx.location.child('schema') };
      for (const [mediaType, node] of Object.entries(response.examples ?? {})) {
        const location = ctx.location.child(['examples', mediaType]);
        const exampled = { mediaType, schema, direction: 'response' } as const;
        report(listProblems(exampled, [['Example', { node, location }]], ctx), ctx);
      }
    },
  };
};

/** Makes a function that reports each problem of a document once. */
function createReport(): (problems: readonly Problem[], ctx: UserContext) => void {
  const reported = new Set<string>();
  return (problems, ctx) => {
    for (const { text, ...problem } of problems) {
      const key = `${problem.location.absolutePointer} ${text}`;
      if (reported.has(key)) continue;
      reported.add(key);
      ctx.report({ ...problem, from: ctx.location });
    }
  };
}

interface Problem {
  readonly location: Location;
  readonly message: string;
  /** Part of the message that does not name the user of an example. */
  readonly text: string;
}

function listProblems(
  exampled: ExampledMedia,
  examples: readonly NamedValue[],
  ctx: UserContext,
): readonly Problem[] {
  // Copying the schemas of all of Stripe's answers, which have none, would take 17 seconds (November 2026).
  if (examples.length === 0) return [];
  const { mediaType, schema } = exampled;
  const validate = createExampleValidator(exampled, ctx);
  if (validate === undefined) return [];
  try {
    return examples.flatMap(([name, value]) =>
      checkExample(value, validate).map(({ location, text }) => {
        const message = `${name} of ${mediaType}, ${text} Correct the example or its schema.`;
        return { location, message, text };
      }),
    );
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    const reason = error.cause instanceof Error ? error.cause.message : error.message;
    const text = `expected one that can be enforced, found ${reason}. Correct the schema.`;
    const { location } = followReference(Object(schema.node), schema.location, ctx) ?? schema;
    return [{ location, message: `Schema of ${mediaType}: ${text}`, text }];
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
