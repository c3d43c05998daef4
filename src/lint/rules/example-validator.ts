import type { UserContext } from '@redocly/openapi-core';
import { findSchemaDefects } from '../../contract/defects/find-schema-defects.ts';
import { upgradeSchema } from '../../contract/load/upgrade-schema.ts';
import type { Direction } from '../../contract/model/direction.ts';
import { findSchemas } from '../../contract/model/find-schemas.ts';
import { readJsonText } from '../../contract/model/json-text.ts';
import { bodyFormat } from '../../contract/model/media-type.ts';
import { createSchemaResolver } from '../../contract/model/resolve-schema.ts';
import type { Violation } from '../../contract/model/violation.ts';
import { createSchemaValidator } from '../../contract/validate/schema-validator.ts';
import { decodeXml } from '../../contract/xml/decode-xml.ts';
import { collectSchema } from './collect-schema.ts';
import type { Located } from './follow-reference.ts';

/** Lists the violations in an example. Throws XmlSyntaxError, and ContractError for the schema. */
export type ExampleValidator = (example: unknown) => readonly Violation[];

/** Media type with a schema. */
export interface ExampledMedia {
  readonly mediaType: string;
  readonly schema: Located<unknown>;
  /** What an example is of: members that are hidden in that direction need not be in it. */
  readonly direction: Direction;
}

/** Versions of OpenAPI whose schemas are not yet JSON Schema. */
const OLD_VERSIONS: readonly string[] = ['oas2', 'oas3_0'];

/**
 * Creates a validator for the examples of a media type, with the checks that are used for real
 * messages; `undefined` for a schema with a keyword whose value is wrong, which cannot be compiled.
 *
 * A string example of an XML media type is the XML itself, and of JSON the JSON where the schema allows no text. Unknown
 * keywords and formats are left out: other rules report them where they stand.
 */
export function createExampleValidator(
  { mediaType, schema, direction }: ExampledMedia,
  { resolve, specVersion }: Pick<UserContext, 'resolve' | 'specVersion'>,
): ExampleValidator | undefined {
  const document = collectSchema(schema, resolve);
  if (OLD_VERSIONS.includes(specVersion)) findSchemas(document).forEach(upgradeSchema);
  const place = { pointer: '/components/schemas/0', schema: { $ref: '#/components/schemas/0' } };
  const defects = findSchemaDefects(document);
  if (defects.some(({ kind }) => kind === 'value')) return undefined;
  const file = schema.location.source.absoluteRef;
  const unknown = defects.every(({ kind }) => kind === 'format') ? 'refuse' : 'ignore';
  const options = { unknown, direction, hidden: 'accept' } as const;
  const validate = createSchemaValidator({ file, document }, options);
  const resolveSchema = createSchemaResolver(document);
  const isXml = bodyFormat(mediaType) === 'xml';
  return (example) => {
    const value =
      isXml && typeof example === 'string'
        ? decodeXml(example, place.schema, resolveSchema)
        : readJsonText(example, mediaType, place.schema, resolveSchema);
    return validate(place, value, 'body');
  };
}
