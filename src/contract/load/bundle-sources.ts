import { listMembers, type Shape } from '../model/document-shape.ts';
import { FLAW } from '../model/flaw.ts';
import { isJsonObject } from '../model/json-cursor.ts';
import { childOrigin, type Origin } from '../model/origin.ts';
import { readFragment, writeFragment } from '../model/reference.ts';
import { createComponentAdder } from './add-component.ts';
import { readExternalValue } from './external-value.ts';
import { createDataInliner } from './inline-data.ts';
import type { Sources } from './load-sources.ts';
import { createTargetFinder, leadsInCircle, type Target } from './resolve-reference.ts';
import {
  dropNames,
  lowerDynamicReference,
  rewriteMapping,
  rewriteSecurity,
} from './rewrite-names.ts';
import { readSchemaNames } from './schema-names.ts';

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
  /** Whether it is in an example, where it may well be meant as it is. */
  readonly isData: boolean;
}

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
  const names = readSchemaNames(sources);
  const findTarget = createTargetFinder(sources, names, rewritten);
  const inlineData = createDataInliner(findTarget, (at, ref, reason) => {
    broken.push({ ...at, ref, reason, isData: true });
    return undefined;
  });
  const addComponent = createComponentAdder(document, entry, findTarget);
  /** Targets in the entry file, which may be where a document has nothing to be found otherwise. */
  const inside: [target: Target, shape: Shape][] = [];
  visit(document, 'document', { source: entry, pointer: '' });
  // The loop also visits what is added to the list meanwhile.
  for (const [target, shape] of inside) visit(target.node, shape, target);
  return { origins, broken };

  /** Returns the value itself, or the list that it refers to. */
  function visit(node: unknown, shape: Shape, at: Origin): unknown {
    if (typeof node !== 'object' || node === null || seen.has(node)) return node;
    seen.add(node);
    if (isJsonObject(node)) {
      if (shape === 'schema') rewriteDynamicReference(node, at);
      const list = rewriteReference(node, shape, at);
      if (list !== undefined) return list;
      if (shape === 'schema') rewriteNames(node, at);
      if (shape === 'example') inlineExternalValue(node, at);
      if (shape === 'document' || shape === 'operation') rewriteSchemes(node, at);
      inlineData(node, shape, at);
    }
    for (const { key, node: member, shape: below } of listMembers(node, shape)) {
      const value = visit(member, below, originOf(member) ?? childOrigin(at, key));
      if (value !== member) Reflect.set(node, key, value);
    }
    return node;
  }

  function rewriteReference(node: JsonObject, shape: Shape, at: Origin): unknown[] | undefined {
    if (typeof node.$ref !== 'string') return undefined;
    const target = findOrReport(node.$ref, childOrigin(at, '$ref'), node);
    if (typeof target === 'string') {
      node[FLAW] = `cannot follow "${node.$ref}": ${target}`;
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

  /** Rewrites what a schema refers to by other means than `$ref`, and drops its own names. */
  function rewriteNames(schema: JsonObject, at: Origin): void {
    rewriteMapping(schema, at, (ref, place) => {
      const target = findOrReport(ref, place, schema);
      return typeof target === 'string' ? undefined : refTo(ref, target, 'schema', at);
    });
    dropNames(schema);
  }

  function rewriteDynamicReference(schema: JsonObject, at: Origin): void {
    const { $dynamicRef: ref } = schema;
    if (typeof ref !== 'string') return;
    const target = findOrReport(ref, childOrigin(at, '$dynamicRef'), schema);
    if (typeof target === 'string') delete schema.$dynamicRef;
    else {
      const referTo = (one: Target) => refTo('', one, 'schema', at);
      for (const made of lowerDynamicReference(schema, target, names, referTo)) seen.add(made);
    }
  }

  function rewriteSchemes(owner: JsonObject, at: Origin): void {
    if (!sections.has('security-scheme')) return;
    rewriteSecurity(owner, isDeclared, (uri) => {
      const target = findTarget(uri, at.source);
      return typeof target === 'string' ? undefined : refTo(uri, target, 'security-scheme', at);
    });
  }

  function isDeclared(scheme: string): boolean {
    const { components } = document;
    const schemes = isJsonObject(components) ? components.securitySchemes : undefined;
    return isJsonObject(schemes) && Object.hasOwn(schemes, scheme);
  }

  function inlineExternalValue(example: JsonObject, at: Origin): void {
    if (typeof example.externalValue !== 'string' || example.value !== undefined) return;
    const target = findOrReport(example.externalValue, childOrigin(at, 'externalValue'), example);
    if (typeof target === 'string') return;
    delete example.externalValue;
    example.value = readExternalValue(target, at, sources);
    recordOrigin(target.node, target);
  }

  /**
   * Reference to a target in the bundle; one inside the entry file stays as written if it leads
   * there by itself.
   */
  function refTo(ref: string, target: Target, shape: Shape, at: Origin): string {
    if (target.source !== entry) {
      visitTarget(target, shape);
      return addComponent(sections.get(shape) ?? '', target);
    }
    inside.push([target, shape]);
    const isKept = at.source === entry && isPlain(ref) && leadsSomewhere(document, ref);
    return isKept ? ref : writeFragment(target.pointer);
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

  /** Target of a reference, or the reason why there is none. */
  function findOrReport(ref: string, at: Origin, node: object): Target | string {
    const found = findTarget(ref, at.source, node);
    const target = leadsInCircle(found, findTarget) ? 'it refers to itself' : found;
    if (typeof target === 'string') broken.push({ ...at, ref, reason: target, isData: false });
    return target;
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

/** Whether a reference is a JSON Pointer in percent-encoding that all readers understand alike. */
function isPlain(ref: string): boolean {
  return /^#(?:$|\/)(?:[\w\-.~/:@!$&'()*+,;={}]|%(?:[013-9a-f][\da-f]|2[\da-e]))*$/i.test(ref);
}

/** Whether a pointer leads to a value through no other reference. */
function leadsSomewhere(document: unknown, ref: string): boolean {
  let node = document;
  for (const key of readFragment(ref.slice(1))) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return false;
    node = Reflect.get(node, key);
  }
  return true;
}
