import { METHODS } from './methods.ts';

/** Kind of an object in an OpenAPI document, determined by its place. */
export type Shape =
  | 'document'
  | 'components'
  | 'paths'
  | 'path-item'
  | 'operations'
  | 'operation'
  | 'parameters'
  | 'parameter'
  | 'headers'
  | 'header'
  | 'bodies'
  | 'body'
  | 'responses'
  | 'response'
  | 'contents'
  | 'media'
  | 'encodings'
  | 'encoding'
  | 'examples'
  | 'example'
  | 'links'
  | 'link'
  | 'callbacks'
  | 'callback'
  | 'security-schemes'
  | 'security-scheme'
  | 'schemas'
  | 'schema'
  | 'values'
  | 'value';

/** Member of an object, and its kind. */
export interface ShapedMember {
  readonly key: string;
  readonly node: unknown;
  readonly shape: Shape;
}

const ANY = '*';

/**
 * Members of OpenAPI 3 and Swagger 2.0 objects that lead to schemas, references or examples.
 *
 * All other members are data, where a `$ref` is not a reference.
 */
const MEMBERS: Readonly<Record<Shape, ReadonlyMap<string, Shape>>> = {
  document: new Map([
    ['info', 'value'],
    ['servers', 'values'],
    ['tags', 'values'],
    ['components', 'components'],
    ['paths', 'paths'],
    ['webhooks', 'paths'],
    ['x-webhooks', 'paths'],
    ['definitions', 'schemas'],
    ['parameters', 'parameters'],
    ['responses', 'responses'],
    ['securityDefinitions', 'security-schemes'],
  ]),
  components: new Map([
    ['schemas', 'schemas'],
    ['parameters', 'parameters'],
    ['headers', 'headers'],
    ['requestBodies', 'bodies'],
    ['responses', 'responses'],
    ['examples', 'examples'],
    ['links', 'links'],
    ['callbacks', 'callbacks'],
    ['securitySchemes', 'security-schemes'],
    ['pathItems', 'paths'],
    ['mediaTypes', 'contents'],
  ]),
  paths: new Map([[ANY, 'path-item']]),
  'path-item': new Map([
    ['parameters', 'parameters'],
    ['servers', 'values'],
    ['additionalOperations', 'operations'],
    ...METHODS.map((method): [string, Shape] => [method, 'operation']),
  ]),
  operations: new Map([[ANY, 'operation']]),
  operation: new Map([
    ['parameters', 'parameters'],
    ['requestBody', 'body'],
    ['responses', 'responses'],
    ['callbacks', 'callbacks'],
    ['servers', 'values'],
  ]),
  parameters: new Map([[ANY, 'parameter']]),
  parameter: new Map([
    ['schema', 'schema'],
    ['items', 'schema'],
    ['content', 'contents'],
    ['examples', 'examples'],
  ]),
  headers: new Map([[ANY, 'header']]),
  header: new Map([
    ['schema', 'schema'],
    ['content', 'contents'],
    ['examples', 'examples'],
  ]),
  bodies: new Map([[ANY, 'body']]),
  body: new Map([['content', 'contents']]),
  responses: new Map([[ANY, 'response']]),
  response: new Map([
    ['schema', 'schema'],
    ['headers', 'headers'],
    ['content', 'contents'],
    ['links', 'links'],
  ]),
  contents: new Map([[ANY, 'media']]),
  media: new Map([
    ['schema', 'schema'],
    ['itemSchema', 'schema'],
    ['examples', 'examples'],
    ['encoding', 'encodings'],
    ['prefixEncoding', 'encodings'],
    ['itemEncoding', 'encoding'],
  ]),
  encodings: new Map([[ANY, 'encoding']]),
  encoding: new Map([
    ['headers', 'headers'],
    ['encoding', 'encodings'],
    ['prefixEncoding', 'encodings'],
    ['itemEncoding', 'encoding'],
  ]),
  examples: new Map([[ANY, 'example']]),
  example: new Map(),
  links: new Map([[ANY, 'link']]),
  link: new Map(),
  callbacks: new Map([[ANY, 'callback']]),
  callback: new Map([[ANY, 'path-item']]),
  'security-schemes': new Map([[ANY, 'security-scheme']]),
  'security-scheme': new Map(),
  schemas: new Map([[ANY, 'schema']]),
  schema: new Map([
    ['properties', 'schemas'],
    ['patternProperties', 'schemas'],
    ['dependentSchemas', 'schemas'],
    ['$defs', 'schemas'],
    ['definitions', 'schemas'],
    ['allOf', 'schemas'],
    ['anyOf', 'schemas'],
    ['oneOf', 'schemas'],
    ['prefixItems', 'schemas'],
    ['items', 'schema'],
    ['contains', 'schema'],
    ['additionalProperties', 'schema'],
    ['unevaluatedItems', 'schema'],
    ['unevaluatedProperties', 'schema'],
    ['propertyNames', 'schema'],
    ['contentSchema', 'schema'],
    ['not', 'schema'],
    ['if', 'schema'],
    ['then', 'schema'],
    ['else', 'schema'],
  ]),
  values: new Map([[ANY, 'value']]),
  value: new Map(),
};

/** Shapes with members of any name, among which `x-` marks an extension. */
const WITH_EXTENSIONS: readonly Shape[] = ['paths', 'responses', 'callback'];

/** Kind of the member under a key; `value` if it is data. */
export function memberShape(shape: Shape, key: string): Shape {
  const known = MEMBERS[shape];
  return known.get(ANY) ?? known.get(key) ?? 'value';
}

/** Lists the members or items that may hold schemas, references or examples. */
export function listMembers(node: object, shape: Shape): ShapedMember[] {
  const known = MEMBERS[shape];
  const any = known.get(ANY);
  const isOpen = WITH_EXTENSIONS.includes(shape);
  const members: ShapedMember[] = [];
  if (known.size === 0) return members;
  // `Object.entries` would double the time (November 2026).
  for (const key of Object.keys(node)) {
    const below = any ?? known.get(key);
    if (below === undefined || (isOpen && key.startsWith('x-'))) continue;
    members.push({ key, node: node[key as keyof typeof node], shape: below });
  }
  return members;
}
