import { listMembers, type Shape } from '../model/document-shape.ts';
import { isJsonObject } from '../model/json-cursor.ts';
import { childOrigin, type Origin } from '../model/origin.ts';
import { isMappingReference } from '../model/reference.ts';
import { createComponentAdder } from './add-component.ts';
import { readExternalValue } from './external-value.ts';
import type { Sources } from './load-sources.ts';
import { createTargetFinder, type Target } from './resolve-reference.ts';

type JsonObject = Record<string, unknown>;

export interface Bundle {
  /** Origins of the values that come from other files. */
  readonly origins: ReadonlyMap<object, Origin>;
  readonly broken: readonly BrokenReference[];
}

/** Reference whose target does not exist. */
export interface BrokenReference extends Origin {
  readonly ref: string;
  readonly reason: string;
}

/** Replaces a broken `$ref`: the schema accepts anything, any other object is skipped. */
export const BROKEN_REFERENCE = 'x-broken-reference';

/** Component sections; an object of any other shape is inlined. */
const SECTIONS: ReadonlyMap<Shape, string> = new Map([
  ['schema', 'schemas'],
  ['parameter', 'parameters'],
  ['header', 'headers'],
  ['body', 'requestBodies'],
  ['response', 'responses'],
  ['example', 'examples'],
  ['link', 'links'],
  ['callback', 'callbacks'],
  ['security-scheme', 'securitySchemes'],
]);
/** Sections at the root of a Swagger 2.0 document. */
const SECTIONS_20: ReadonlyMap<Shape, string> = new Map([
  ['schema', 'definitions'],
  ['parameter', 'parameters'],
  ['response', 'responses'],
]);

/**
 * Bundles a document in place: afterwards its references stay inside it.
 *
 * A value from another file becomes a component, or is inlined. Redocly's bundler gives the same
 * result for a contract, but took a third of the start of the mock server (November 2026).
 */
export function bundleSources(entry: string, document: JsonObject, sources: Sources): Bundle {
  const sections = 'swagger' in document ? SECTIONS_20 : SECTIONS;
  const origins = new Map<object, Origin>();
  const broken: BrokenReference[] = [];
  const seen = new Set<object>();
  const rewritten = new Map<object, Target>();
  const findTarget = createTargetFinder(sources, rewritten);
  const addComponent = createComponentAdder(document, entry, findTarget);
  visit(document, 'document', { source: entry, pointer: '' });
  return { origins, broken };

  /** Returns the value itself, or the list that it refers to. */
  function visit(node: unknown, shape: Shape, at: Origin): unknown {
    if (typeof node !== 'object' || node === null || seen.has(node)) return node;
    seen.add(node);
    if (isJsonObject(node)) {
      const list = rewriteReference(node, shape, at);
      if (list !== undefined) return list;
      if (shape === 'schema') rewriteMapping(node, at);
      if (shape === 'example') inlineExternalValue(node, at);
    }
    for (const { key, node: member, shape: below } of listMembers(node, shape)) {
      const value = visit(member, below, originOf(member) ?? childOrigin(at, key));
      if (value !== member) Reflect.set(node, key, value);
    }
    return node;
  }

  function rewriteReference(node: JsonObject, shape: Shape, at: Origin): unknown[] | undefined {
    if (typeof node.$ref !== 'string') return undefined;
    const target = findOrReport(node.$ref, childOrigin(at, '$ref'));
    if (target === undefined) {
      node[BROKEN_REFERENCE] = node.$ref;
      delete node.$ref;
      return undefined;
    }
    if (sections.has(shape) || target.source === entry) {
      const ref = refTo(node.$ref, target, shape, at);
      if (ref !== node.$ref) rewritten.set(node, target);
      node.$ref = ref;
      return undefined;
    }
    return inlineTarget(node, visitTarget(target, shape), target);
  }

  function rewriteMapping({ discriminator }: JsonObject, at: Origin): void {
    const mapping = isJsonObject(discriminator) ? discriminator.mapping : undefined;
    if (!isJsonObject(mapping)) return;
    for (const [value, ref] of Object.entries(mapping)) {
      if (!isMappingReference(ref)) continue;
      const place = childOrigin(childOrigin(childOrigin(at, 'discriminator'), 'mapping'), value);
      const target = findOrReport(ref, place);
      if (target !== undefined) mapping[value] = refTo(ref, target, 'schema', at);
    }
  }

  function inlineExternalValue(example: JsonObject, at: Origin): void {
    if (typeof example.externalValue !== 'string' || example.value !== undefined) return;
    const target = findOrReport(example.externalValue, childOrigin(at, 'externalValue'));
    if (target === undefined) return;
    delete example.externalValue;
    example.value = readExternalValue(target, at, sources);
    recordOrigin(target.node, target);
  }

  /** Reference to a target in the bundle; one inside the entry file stays as written. */
  function refTo(ref: string, target: Target, shape: Shape, at: Origin): string {
    if (target.source !== entry) {
      visitTarget(target, shape);
      return addComponent(sections.get(shape) ?? '', target);
    }
    const isInside = at.source === entry && ref.startsWith('#');
    return isInside ? ref : `#${target.pointer.replaceAll('%', '%25')}`;
  }

  function visitTarget(target: Target, shape: Shape): unknown {
    recordOrigin(target.node, target);
    return visit(target.node, shape, target);
  }

  /**
   * Adds the members of the target to those beside the reference; a list replaces the whole object.
   */
  function inlineTarget(node: JsonObject, value: unknown, origin: Origin): unknown[] | undefined {
    delete node.$ref;
    if (Array.isArray(value)) return value;
    if (!isJsonObject(value)) return undefined;
    for (const [key, member] of Object.entries(value)) {
      if (Object.hasOwn(node, key)) continue;
      node[key] = member;
      recordOrigin(member, childOrigin(origin, key));
    }
    return undefined;
  }

  function findOrReport(ref: string, at: Origin): Target | undefined {
    const target = findTarget(ref, at.source);
    if (typeof target !== 'string') return target;
    broken.push({ ...at, ref, reason: target });
    return undefined;
  }

  function recordOrigin(node: unknown, { source, pointer }: Origin): void {
    if (typeof node === 'object' && node !== null && source !== entry && !origins.has(node)) {
      origins.set(node, { source, pointer });
    }
  }

  function originOf(node: unknown): Origin | undefined {
    return typeof node === 'object' && node !== null ? origins.get(node) : undefined;
  }
}
