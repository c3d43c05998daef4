import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { PROVENANCE_LEVELS } from '../provenance-levels.ts';
import { DATA_KEYS, NAME_MAPS } from './document-keys.ts';
import { formatOperationOrigin, formatOrigin } from './format-origin.ts';
import { type Origin, readOrigins } from './read-origins.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Copies a bundled OpenAPI document and makes every `x-provenance` and `x-edition` visible in its
 * descriptions.
 *
 * Operations have the line at the start of their description, and badges (`x-badges` of Redoc);
 * schemas, parameters, responses, headers and examples have it at the end.
 */
export function decorateProvenance(document: JsonObject): Record<string, unknown> {
  return decorateObject(document, document);
}

function decorateObject(node: JsonObject, document: JsonObject): Record<string, unknown> {
  const members = Object.entries(node).map(([key, value]) => [
    key,
    decorateMember(key, value, document),
  ]);
  return { ...Object.fromEntries(members), ...describeOrigins(node, readOrigins(document, node)) };
}

function decorateMember(key: string, value: unknown, document: JsonObject): unknown {
  if (DATA_KEYS.has(key) || key.startsWith('x-')) return value;
  if (Array.isArray(value)) return key === 'examples' ? value : decorateItems(value, document);
  if (!isJsonObject(value)) return value;
  if (!NAME_MAPS.has(key)) return decorateObject(value, document);
  const named = Object.entries(value).map(([name, item]) => [name, decorateItem(item, document)]);
  return Object.fromEntries(named);
}

function decorateItems(items: readonly unknown[], document: JsonObject): unknown[] {
  return items.map((item) => decorateItem(item, document));
}

function decorateItem(item: unknown, document: JsonObject): unknown {
  return isJsonObject(item) ? decorateObject(item, document) : item;
}

function describeOrigins(node: JsonObject, origins: readonly Origin[]): JsonObject {
  if (origins.length === 0) return {};
  if (isOperation(node)) {
    const lines = origins.map(formatOperationOrigin);
    return {
      description: inParagraphs([...lines, node.description]),
      'x-badges': origins.flatMap(createBadges),
    };
  }
  const lines = new Set(origins.map(formatOrigin));
  return { description: inParagraphs([node.description, ...lines]) };
}

/** Only links also have an `operationId`, and links have no responses. */
function isOperation(node: JsonObject): boolean {
  return 'operationId' in node && 'responses' in node;
}

function createBadges({ provenance, edition }: Origin): { name: string; color: string }[] {
  const level = provenance?.level;
  return [
    ...(level === undefined ? [] : [{ name: level, color: PROVENANCE_LEVELS[level].color }]),
    ...(edition === undefined ? [] : [{ name: edition, color: 'purple' }]),
  ];
}

function inParagraphs(parts: readonly unknown[]): string {
  return parts
    .filter((part) => typeof part === 'string')
    .map((part) => part.trim())
    .join('\n\n');
}
