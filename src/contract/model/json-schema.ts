/** JSON type names of JSON Schema 2020-12, section 6.1.1 of the validation vocabulary. */
export type JsonType = 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string';

/** XML Object of OpenAPI 3.1.0, section 4.8.26. */
export interface XmlKeyword {
  readonly name?: string;
  readonly namespace?: string;
  readonly prefix?: string;
  readonly attribute?: boolean;
  readonly wrapped?: boolean;
}

/** Schema Object of OpenAPI 3.1: the keywords that are read here; any other keyword is unknown. */
export interface SchemaObject {
  readonly $ref?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema;
  readonly items?: JsonSchema;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly xml?: XmlKeyword;
  readonly [keyword: string]: unknown;
}

/** Schema of OpenAPI 3.1: an object of keywords, or true (anything) or false (nothing). */
export type JsonSchema = SchemaObject | boolean;
