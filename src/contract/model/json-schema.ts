/**
 * Names of the JSON types,
 * https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.1.
 */
export type JsonType = 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string';

/** Kinds of XML nodes, https://spec.openapis.org/oas/v3.2.0#xml-node-types. */
export type XmlNodeType = 'element' | 'attribute' | 'text' | 'cdata' | 'none';

/** XML Object, https://spec.openapis.org/oas/v3.2.0#xml-object. */
export interface XmlKeyword {
  readonly nodeType?: XmlNodeType;
  readonly name?: string;
  readonly namespace?: string;
  readonly prefix?: string;
  readonly attribute?: boolean;
  readonly wrapped?: boolean;
}

/**
 * Schema Object, with the keywords that are read here typed:
 * https://spec.openapis.org/oas/v3.1.1#schema-object.
 */
export interface SchemaObject {
  readonly $ref?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema;
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly xml?: XmlKeyword;
  readonly [keyword: string]: unknown;
}

/** Schema: an object of keywords, `true` (accepts anything) or `false` (accepts nothing). */
export type JsonSchema = SchemaObject | boolean;
