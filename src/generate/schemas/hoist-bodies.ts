import { isJsonObject, jump } from '../../contract/model/json-cursor.ts';
import { bodyFormat } from '../../contract/model/media-type.ts';
import { moveSchema, nameComponent } from '../move-schema.ts';
import { type MutableSchema, readMembers } from '../mutable-schema.ts';

/** Extension of an operation: reference to the component that its cookies are the members of. */
export const COOKIES = 'x-share-contracts-cookies';

/**
 * Makes a component in place of each schema of an operation that the generator passes over: of a JSON
 * response that is no single success, of a body that is one of several, and of all cookies together.
 */
export function hoistBodies(document: MutableSchema): void {
  const components = { ...readMembers(document.components) };
  const schemas = new Map(Object.entries(readMembers(components.schemas)));
  for (const [name, response] of Object.entries(readMembers(components.responses))) {
    hoistJson(schemas, response, `${name} response`);
  }
  for (const { item, operation } of listOperations(document)) {
    hoistOperation(document, schemas, item, operation);
  }
  if (schemas.size > 0)
    document.components = { ...components, schemas: Object.fromEntries(schemas) };
}

/** Whether the generator makes a schema of the response itself: the only one that is no failure, of one media type. */
export function isOnlySuccess(operation: unknown, status: string): boolean {
  const responses = readMembers(readMembers(operation).responses);
  const others = Object.keys(responses).filter((each) => /^(2|default$)/.test(each));
  const content = readMembers(readMembers(responses[status]).content);
  return others.length === 1 && others[0] === status && Object.keys(content).length === 1;
}

function hoistOperation(
  document: MutableSchema,
  schemas: Map<string, unknown>,
  item: MutableSchema,
  operation: MutableSchema,
): void {
  const { operationId, requestBody, responses } = operation;
  if (typeof operationId !== 'string') return;
  const body = readMembers(follow(document, requestBody));
  if (Object.keys(readMembers(body.content)).length > 1) {
    for (const [type, media] of Object.entries(readMembers(body.content))) {
      hoistMedia(schemas, media, `${operationId} body ${nameFormat(type)}`);
    }
  }
  for (const [status, response] of Object.entries(readMembers(responses))) {
    if (isOnlySuccess(operation, status)) continue;
    hoistJson(schemas, response, `${operationId} response ${status}`);
  }
  const cookies = joinCookies(document, item, operation);
  if (cookies === undefined) return;
  const name = nameComponent(`${operationId} cookies`, schemas);
  schemas.set(name, cookies);
  operation[COOKIES] = `#/components/schemas/${name}`;
}

function hoistJson(schemas: Map<string, unknown>, response: unknown, name: string): void {
  for (const [type, media] of Object.entries(readMembers(readMembers(response).content))) {
    if (bodyFormat(type) === 'json') hoistMedia(schemas, media, name);
  }
}

function hoistMedia(schemas: Map<string, unknown>, media: unknown, wanted: string): void {
  const { schema } = readMembers(media);
  if (!isJsonObject(schema) || isReference(schema) || Object.keys(schema).length === 0) return;
  const name = nameComponent(wanted, schemas);
  schemas.set(name, moveSchema(schema, name));
}

/** Names the format of a media type, which tells the bodies of an operation apart. */
function nameFormat(type: string): string {
  const format = bodyFormat(type);
  return format === 'json' ? '' : format;
}

function isReference(schema: MutableSchema): boolean {
  return typeof schema.$ref === 'string' && Object.keys(schema).length === 1;
}

function joinCookies(
  document: MutableSchema,
  item: MutableSchema,
  operation: MutableSchema,
): MutableSchema | undefined {
  const cookies = new Map<string, MutableSchema>();
  for (const given of [item.parameters, operation.parameters].flat()) {
    const parameter = readMembers(follow(document, given));
    const { in: place, name, schema } = parameter;
    if (place !== 'cookie' || typeof name !== 'string' || !isJsonObject(schema)) continue;
    cookies.set(name, parameter);
  }
  if (cookies.size === 0) return undefined;
  const entries = [...cookies];
  return {
    type: 'object',
    properties: Object.fromEntries(
      entries.map(([name, { schema }]) => [name, structuredClone(schema)]),
    ),
    required: entries.filter(([, { required }]) => required === true).map(([name]) => name),
  };
}

function listOperations(
  document: MutableSchema,
): { readonly item: MutableSchema; readonly operation: MutableSchema }[] {
  return Object.values(readMembers(document.paths)).flatMap((given) => {
    const item = readMembers(follow(document, given));
    const operations = Object.values(item).filter(isJsonObject);
    return operations.map((operation) => ({ item, operation }));
  });
}

/** Follows a reference to another part of the document than a schema. */
function follow(document: unknown, node: unknown): unknown {
  const { $ref } = readMembers(node);
  return typeof $ref === 'string' ? jump(document, $ref).node : node;
}
