import type { Contract } from '../../contract/model/contract.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import {
  children,
  dereference,
  descend,
  isJsonObject,
  type JsonCursor,
  openDocument,
  unescapeToken,
} from '../../contract/model/json-cursor.ts';
import { essence } from '../../contract/model/media-type.ts';
import type { Rule, Violation } from '../../contract/model/violation.ts';
import { readFields } from '../header-fields.ts';
import type { Cause } from './cause.ts';
import { type FoundSchema, findSchemas } from './find-schema.ts';
import type { Finding } from './finding.ts';
import { templateOf } from './template-of.ts';

type Broken = Extract<Finding, { kind: 'violation' }>;

/** Finds what of the contract a finding is about; `undefined` where it is about nothing that is written there. */
export function findCause(contract: Contract, finding: Finding): Cause | undefined {
  switch (finding.kind) {
    case 'unknown': {
      const { path, exchange } = finding;
      const known = finding.what === 'method' ? findPath(contract, path) : undefined;
      const template = known ?? templateOf(path);
      return { kind: 'operation', template, method: exchange.method.toLowerCase() };
    }
    case 'parameter': {
      const { operation, name } = finding;
      return { kind: 'parameter', pointer: operation.pointer, name };
    }
    case 'violation':
      return findOfViolation(contract, finding);
  }
}

/** Path template of the contract that a path is for, with whatever method. */
function findPath({ operations }: Contract, path: string): string | undefined {
  const segments = path.split('/');
  const fits = (template: string) => {
    const parts = template.split('/');
    return (
      parts.length === segments.length &&
      parts.every((part, at) => part === segments[at] || part.includes('{'))
    );
  };
  const variables = (template: string) => template.split('{').length;
  return [...new Set(operations.map((operation) => operation.path))]
    .filter(fits)
    .sort((one, other) => variables(one) - variables(other))[0];
}

function findOfViolation(contract: Contract, finding: Broken): Cause | undefined {
  const { violation, operation, of, exchange } = finding;
  const { rule, in: part } = violation;
  const root = openDocument(contract.document);
  const at = cursorAt(root, operation.pointer);
  if (at === undefined) return undefined;
  if (rule.keyword === 'security') return { kind: 'security', pointer: operation.pointer };
  if (rule.keyword === 'status') {
    return { kind: 'status', pointer: operation.pointer, status: exchange.status };
  }
  const message = of === 'request' ? descend(at, 'requestBody') : responseAt(at, finding);
  if (rule.keyword === 'mediaType' || rule.keyword === 'content') {
    const sent = of === 'request' ? exchange.request : exchange.response;
    const type = essence(readFields(sent.headers).get('content-type') ?? '');
    if (type === '') return undefined;
    if (message !== undefined) return { kind: 'content', pointer: message.pointer, type };
    return { kind: 'body', pointer: operation.pointer };
  }
  if (part === 'body') return findOfBody(contract, finding, message);
  const owner = of === 'request' ? parameterAt(root, at, violation) : headerAt(message, violation);
  if (owner === undefined) return undefined;
  const [, , ...rest] = violation.pointer.split('/');
  if (rest.length === 0 && rule.keyword === 'required') {
    return { kind: 'required', pointer: owner.pointer };
  }
  const schema = descend(owner, 'schema') ?? children(descend(owner, 'content'))[0]?.[1];
  const place = rest.map((token) => `/${token}`).join('');
  return schema && findOfSchema(contract, schema.pointer, place, rule);
}

function findOfBody(
  contract: Contract,
  { checked, of, violation }: Broken,
  message: JsonCursor | undefined,
): Cause | undefined {
  const { rule, pointer } = violation;
  if (rule.keyword === 'required' && rule.params.what === 'body') {
    return message && { kind: 'required', pointer: message.pointer };
  }
  const { media } = of === 'request' ? checked.request : checked.response;
  const { schema } = media ?? {};
  if (schema === undefined) return undefined;
  // Items of a sequence are checked one by one.
  const below = pointer.replace(/^\/\d+/, '');
  return (
    findOfSchema(contract, schema.pointer, pointer, rule) ??
    findOfSchema(contract, schema.pointer, below, rule)
  );
}

function findOfSchema(
  { document }: Contract,
  schema: string,
  place: string,
  rule: Rule,
): Cause | undefined {
  const { keyword, params } = rule;
  const isMissing = keyword === 'required';
  const at = isMissing ? place.slice(0, place.lastIndexOf('/')) : place;
  const name = nameIn(rule, place);
  const found = findSchemas(document, schema, at).find((one) => breaks(one, keyword, params, name));
  return found && { kind: 'keyword', ...found, keyword, name };
}

/** Member that a rule is about. */
function nameIn({ keyword, params }: Rule, place: string): string | undefined {
  const { additionalProperty, unevaluatedProperty } = params;
  if (typeof additionalProperty === 'string') return additionalProperty;
  if (typeof unevaluatedProperty === 'string') return unevaluatedProperty;
  return keyword === 'required'
    ? unescapeToken(place.slice(place.lastIndexOf('/') + 1))
    : undefined;
}

/** Whether it is this schema whose keyword was broken: the parameters of the rule are those of the keyword. */
function breaks(
  { schema }: FoundSchema,
  keyword: string,
  params: Rule['params'],
  name: string | undefined,
): boolean {
  const value = schema[keyword];
  if (value === undefined) return false;
  if (name !== undefined && keyword !== 'required') {
    const { properties } = schema;
    return value === false && !(isJsonObject(properties) && Object.hasOwn(properties, name));
  }
  switch (keyword) {
    case 'required':
      return Array.isArray(value) && value.includes(name);
    case 'readOnly':
    case 'writeOnly':
      return value === true;
    case 'type':
      return isSame([value].flat(), [params.type].flat());
    case 'enum':
      return isSame(value, params.allowedValues);
    case 'const':
      return isSame(value, params.allowedValue);
    default: {
      const told = params.limit ?? params[keyword];
      return told === undefined || isSame(value, told) || typeof value === 'object';
    }
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function cursorAt(root: JsonCursor, pointer: string): JsonCursor | undefined {
  return descend(root, ...pointer.split('/').slice(1).map(unescapeToken));
}

function responseAt(operation: JsonCursor, { exchange, ...finding }: Broken) {
  const spec = findResponse(finding.operation, exchange.status);
  const found = spec && descend(operation, 'responses', spec.status);
  return found && dereference(found);
}

function headerAt(response: JsonCursor | undefined, { pointer }: Violation) {
  const name = unescapeToken(pointer.split('/')[1] ?? '').toLowerCase();
  const headers = children(response && descend(response, 'headers'));
  return headers.find(([key]) => key.toLowerCase() === name)?.[1];
}

/** A parameter of the operation, or else of its path. */
function parameterAt(root: JsonCursor, operation: JsonCursor, { in: part, pointer }: Violation) {
  const name = unescapeToken(pointer.split('/')[1] ?? '');
  const item = operation.pointer.slice(0, operation.pointer.lastIndexOf('/'));
  const owners = [operation, cursorAt(root, item)];
  return owners
    .flatMap((owner) => children(owner && descend(owner, 'parameters')))
    .map(([, parameter]) => dereference(parameter))
    .find(({ node }) => isJsonObject(node) && node.name === name && node.in === part);
}
