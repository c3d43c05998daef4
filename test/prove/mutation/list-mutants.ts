import { isJsonObject, jump } from '../../../src/contract/model/json-cursor.ts';
import { walkDocument } from '../../../src/contract/model/walk-document.ts';

type Node = Record<string, unknown>;

/** One constraint of a document, made looser. */
export interface Mutant {
  readonly pointer: string;
  readonly what: string;
  /** Changes the object at the pointer, in a copy of the document. */
  readonly change: (node: Node) => void;
}

/** Keywords without which a schema takes more. */
const DROPPED = [
  ...[
    '$ref',
    'type',
    'enum',
    'const',
    'pattern',
    'format',
    'multipleOf',
    'not',
    'oneOf',
    'anyOf',
    'allOf',
  ],
  ...[
    'minimum',
    'maximum',
    'exclusiveMinimum',
    'exclusiveMaximum',
    'minLength',
    'maxLength',
    'minItems',
    'maxItems',
  ],
  ...[
    'uniqueItems',
    'contains',
    'items',
    'minProperties',
    'maxProperties',
    'additionalProperties',
    'propertyNames',
  ],
  ...['dependentRequired', 'then', 'else'],
];
const LOWER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const HIGHER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
/** What is below these is no constraint: looser there is stricter around it, or says when a rule holds. */
const CONDITIONS = /\/(?:not|if)(?:\/|$)/;

/** Lists every way of loosening one constraint of a document. */
export function listMutants(document: unknown): Mutant[] {
  const mutants: Mutant[] = [];
  walkDocument(document, (node, shape, pointer) => {
    if (CONDITIONS.test(pointer)) return;
    const add = (what: string, change: Mutant['change']) => mutants.push({ pointer, what, change });
    if (shape === 'schema') loosenSchema(node, add);
    else if (shape === 'parameter' || shape === 'header') loosenParameter(node, add);
    else if (shape === 'operation') loosenOperation(node, add);
    else if (shape === 'path-item') dropParameters(node, add);
    else if (shape === 'body') loosenBody(node, add);
    else if (shape === 'response') loosenResponse(node, add);
    else if (shape === 'media' && isRule(node.schema)) add('without its schema', drop('schema'));
  });
  return mutants;
}

/** Keywords that tell what a value is, and refuse none. */
const TELLING = ['description', 'title', 'contentMediaType'];

/** Whether a schema refuses anything. */
function isRule(schema: unknown): boolean {
  return isJsonObject(schema) && Object.keys(schema).some((key) => !TELLING.includes(key));
}

type Add = (what: string, change: Mutant['change']) => void;

/** Of a `password` every text is one: the format tells how to show it, https://spec.openapis.org/oas/v3.1.1#data-type-format. */
function isHint(node: Node, keyword: string): boolean {
  return keyword === 'format' && node.format === 'password';
}

function loosenSchema(node: Node, add: Add): void {
  for (const keyword of DROPPED) {
    // Without what is true, or empty, nothing is looser.
    if (Object.hasOwn(node, keyword) && node[keyword] !== true && !isHint(node, keyword))
      add(`without ${keyword}`, drop(keyword));
  }
  for (const keyword of LOWER) {
    const limit = node[keyword];
    if (typeof limit === 'number') add(`${keyword} ${limit - 1}`, set(keyword, limit - 1));
  }
  for (const keyword of HIGHER) {
    const limit = node[keyword];
    if (typeof limit === 'number') add(`${keyword} ${limit + 1}`, set(keyword, limit + 1));
  }
  const {
    enum: listed,
    const: only,
    type,
    pattern,
    required,
    properties,
    additionalProperties,
  } = node;
  if (Array.isArray(listed))
    add(
      'one more in enum',
      set('enum', [...listed, typeof listed[0] === 'number' ? 987 : 'one-more']),
    );
  if ('const' in node) {
    add('one more than const', (copy) => {
      delete copy.const;
      copy.enum = [only, typeof only === 'number' ? 987 : 'one-more'];
    });
  }
  const types = [type].flat().filter((one) => typeof one === 'string');
  if (types.length > 0 && !types.includes('null'))
    add('type or null', set('type', [...types, 'null']));
  if (types.includes('integer'))
    add(
      'number for integer',
      set(
        'type',
        types.map((one) => (one === 'integer' ? 'number' : one)),
      ),
    );
  if (typeof pattern === 'string') add('pattern or other', set('pattern', `${pattern}|^other$`));
  if (Array.isArray(required)) {
    for (const name of required) {
      add(
        `${name} optional`,
        set(
          'required',
          required.filter((other) => other !== name),
        ),
      );
    }
  }
  if (isJsonObject(properties) && additionalProperties !== false) {
    for (const [name, member] of Object.entries(properties)) {
      if (!hasRule(member)) continue;
      add(`any ${name}`, (copy) => {
        copy.properties = { ...Object(copy.properties), [name]: {} };
      });
    }
  }
  for (const keyword of ['oneOf', 'anyOf']) {
    const forms = node[keyword];
    if (Array.isArray(forms))
      add(
        `one more form in ${keyword}`,
        set(keyword, [...forms, { type: 'string', const: 'one more' }]),
      );
  }
}

/** Whether a schema says more than words. */
function hasRule(schema: unknown): boolean {
  const keywords = [...DROPPED, ...LOWER, ...HIGHER, 'properties', 'required', 'if'];
  return Object.keys(Object(schema)).some((key) => keywords.includes(key));
}

function loosenParameter(node: Node, add: Add): void {
  if (node.required === true && node.in !== 'path') add('optional', set('required', false));
  if (isJsonObject(node.schema)) add('of any value', set('schema', {}));
}

function loosenOperation(node: Node, add: Add): void {
  dropParameters(node, add);
  if (Array.isArray(node.security) && node.security.length > 0 && !isOpen(node.security))
    add('without security', set('security', []));
  if (isJsonObject(node.requestBody)) add('without a body', drop('requestBody'));
  const { responses } = node;
  if (!isJsonObject(responses)) return;
  add('one more status', set('responses', { ...responses, 299: { description: 'One more.' } }));
  for (const status of Object.keys(responses)) {
    add(
      `without ${status}`,
      set(
        'responses',
        Object.fromEntries(Object.entries(responses).filter(([key]) => key !== status)),
      ),
    );
  }
}

/** With an empty alternative, it asks for no credentials already. */
function isOpen(security: readonly unknown[]): boolean {
  return security.some((one) => Object.keys(Object(one)).length === 0);
}

function dropParameters({ parameters }: Node, add: Add): void {
  if (!Array.isArray(parameters)) return;
  for (const [index] of parameters.entries()) {
    add(
      `without parameter ${index}`,
      set(
        'parameters',
        parameters.filter((_, other) => other !== index),
      ),
    );
  }
}

function loosenBody(node: Node, add: Add): void {
  if (node.required === true) add('optional', set('required', false));
  addMediaType(node, add);
}

function loosenResponse(node: Node, add: Add): void {
  const { headers } = node;
  if (isJsonObject(headers)) {
    for (const name of Object.keys(headers)) {
      add(
        `without header ${name}`,
        set('headers', Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name))),
      );
    }
  }
  addMediaType(node, add);
}

function addMediaType({ content, $ref }: Node, add: Add): void {
  if ($ref !== undefined) return;
  const more = { ...Object(content), 'application/x-more': {} };
  add('one more media type', set('content', more));
}

function drop(key: string): Mutant['change'] {
  return (node) => {
    delete node[key];
  };
}

function set(key: string, value: unknown): Mutant['change'] {
  return (node) => {
    node[key] = value;
  };
}

/** Copies a document with one of its constraints looser. */
export function mutate(document: unknown, { pointer, change }: Mutant): Node {
  const copy = structuredClone(document);
  const { node } = jump(copy, `#${pointer}`);
  if (!isJsonObject(node) || !isJsonObject(copy))
    throw new Error(`There is no object at ${pointer}.`);
  change(node);
  return copy;
}
