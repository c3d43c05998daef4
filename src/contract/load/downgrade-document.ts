import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import { listMembers, type Shape } from '../model/document-shape.ts';
import { readExampleValue } from '../model/example-value.ts';
import { dereference, isJsonObject } from '../model/json-cursor.ts';
import { downgradeParameters } from './downgrade-parameters.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Kinds of objects that are the same in 3.1. */
const KEPT: readonly Shape[] = ['security-schemes', 'values'];

/**
 * Downgrades a bundled OpenAPI 3.2 document to 3.1 for libraries that cannot read it; any other one is
 * returned unchanged. Shares all that stays the same.
 *
 * Operations of other methods than 3.1 has stay in their path item, each under its method in lower
 * case. Only a `querystring` that is a form can be expressed, by a parameter for each field.
 */
export const downgradeDocument = memoizePerObject((document: JsonObject): JsonObject => {
  const { openapi } = document;
  if (typeof openapi !== 'string' || !openapi.startsWith('3.2.')) return document;
  const lowered = createDowngrade(document)(document, 'document', '');
  return isJsonObject(lowered) ? lowered : document;
});

type Downgrade = (node: unknown, shape: Shape, key: string) => unknown;

/** Creates a function that downgrades an object of a document; `key` is that of the member it is. */
function createDowngrade(document: JsonObject): Downgrade {
  return downgrade;

  function downgrade(given: unknown, shape: Shape, key: string): unknown {
    const node = shape === 'media' ? resolve(given) : given;
    if (typeof node !== 'object' || node === null || KEPT.includes(shape)) return node;
    if (shape === 'parameters') return downgradeMembers(downgradeParameters(node, document), shape);
    const lowered = downgradeMembers(node, shape);
    return isJsonObject(lowered) ? changeObject(lowered, shape, key) : lowered;
  }

  function downgradeMembers(node: object, shape: Shape): object {
    const changes = listMembers(node, shape)
      .map((member) => [member.key, downgrade(member.node, member.shape, member.key)] as const)
      .filter(([key, value]) => value !== Reflect.get(node, key));
    if (changes.length === 0) return node;
    const copy = Array.isArray(node) ? [...node] : { ...node };
    for (const [key, value] of changes) Reflect.set(copy, key, value);
    return copy;
  }

  function changeObject(node: JsonObject, shape: Shape, key: string): JsonObject {
    switch (shape) {
      case 'document':
        return { ...omit(node, '$self'), openapi: '3.1.1' };
      case 'components':
        return omit(node, 'mediaTypes');
      case 'path-item':
        return { ...lowerKeys(node.additionalOperations), ...node };
      case 'response':
        return '$ref' in node || 'description' in node ? node : { ...node, description: '' };
      case 'media':
        return withExamples(node, (example) => example(key));
      case 'header':
        return withExamples(node, (example, { serializedValue }) => serializedValue ?? example());
      case 'parameter':
        return withExamples(node, (example) => example());
      case 'schema':
        return hasDefault(node.discriminator) ? omit(node, 'discriminator') : node;
      default:
        return node;
    }
  }

  /** Gives each example a `value`; those that have no other member of 3.2 stay. */
  function withExamples(
    node: JsonObject,
    read: (value: (mediaType?: string) => unknown, example: JsonObject) => unknown,
  ): JsonObject {
    if (!isJsonObject(node.examples)) return node;
    const examples = Object.entries(node.examples).map(([name, reference]) => {
      const example = resolve(reference);
      if (!isJsonObject(example)) return [name, reference];
      const { dataValue, serializedValue, externalValue: _, ...rest } = example;
      if (dataValue === undefined && serializedValue === undefined) return [name, reference];
      const cursor = { document, pointer: '', node: example };
      const value = read((mediaType) => readExampleValue(cursor, mediaType)?.value, example);
      return [name, { ...rest, value }];
    });
    return { ...node, examples: Object.fromEntries(examples) };
  }

  function resolve(node: unknown): unknown {
    return isJsonObject(node) && typeof node.$ref === 'string'
      ? dereference({ document, pointer: '', node }).node
      : node;
  }
}

/** In 3.1 the property of a discriminator is required, which would be wrong here. */
function hasDefault(discriminator: unknown): boolean {
  return isJsonObject(discriminator) && 'defaultMapping' in discriminator;
}

function omit(node: JsonObject, key: string): JsonObject {
  const { [key]: _, ...rest } = node;
  return rest;
}

function lowerKeys(node: unknown): JsonObject {
  if (!isJsonObject(node)) return {};
  return Object.fromEntries(
    Object.entries(node).map(([name, operation]) => [name.toLowerCase(), operation]),
  );
}
