import type { UserContext } from '@redocly/openapi-core';
import { findSchemaDefects } from '../../src/contract/defects/find-schema-defects.ts';
import { bodyFormat } from '../../src/contract/model/media-type.ts';
import { createSchemaResolver } from '../../src/contract/model/resolve-schema.ts';
import type { Violation } from '../../src/contract/model/violation.ts';
import { createSchemaValidator } from '../../src/contract/validate/schema-validator.ts';
import { decodeXml } from '../../src/contract/xml/decode-xml.ts';
import { collectSchema } from './collect-schema.ts';
import type { Located } from './follow-reference.ts';

/** Lists the violations in an example. Throws XmlSyntaxError, and ContractError for the schema. */
export type ExampleValidator = (example: unknown) => readonly Violation[];

/**
 * Creates a validator for the examples of a media type, with the checks that are used for real
 * messages; `undefined` for a schema with a keyword whose value is wrong, which cannot be compiled.
 *
 * A string example of an XML media type is the XML itself. Unknown keywords and formats are left out: other rules
 * report them where they stand.
 */
export function createExampleValidator(
  mediaType: string,
  schema: Located<unknown>,
  resolve: UserContext['resolve'],
): ExampleValidator | undefined {
  const document = collectSchema(schema, resolve);
  const place = { pointer: '/schemas/0', schema: { $ref: '#/schemas/0' } };
  const defects = findSchemaDefects({ components: document });
  if (defects.some(({ kind }) => kind === 'value')) return undefined;
  const file = schema.location.source.absoluteRef;
  const unknown = defects.every(({ kind }) => kind === 'format') ? 'refuse' : 'ignore';
  const validate = createSchemaValidator({ file, document }, { unknown });
  const isXml = bodyFormat(mediaType) === 'xml';
  return (example) => {
    const value =
      isXml && typeof example === 'string'
        ? decodeXml(example, place.schema, createSchemaResolver(document))
        : example;
    return validate(place, value, 'body');
  };
}
