import fc from 'fast-check';
import {
  createExampleRequest,
  type ExampleRequest,
  formatTarget,
  withDummyCredentials,
} from '../../src/contract/example/example-request.ts';
import type { Contract, Operation } from '../../src/contract/model/contract.ts';
import { bodyFormat } from '../../src/contract/model/media-type.ts';

/** Request as plain data, so that a failing one can be printed and shrunk. */
export interface HostileRequest {
  readonly method: string;
  /** Path and query below the base URL. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '$ref', ''];
const NUMBERS = ['1e400', '-0', '9'.repeat(400), '0x10', 'NaN', '1_000', '２', '-1', '1e-400'];
const PATHS = [
  '%00',
  '%ff%fe',
  '%C0%80',
  '%ED%A0%80',
  '%',
  '%zz',
  '%2e%2e%2f',
  '..;',
  '%25',
  '~',
  ';',
];
const TEXTS = [
  'null',
  '[]',
  '{}',
  '<a/>',
  '"',
  '\\',
  "'--",
  '\u2028',
  '\ud800',
  'ﷺ',
  'x'.repeat(5000),
];

const text = fc.oneof(
  fc.constantFrom(...NAMES, ...NUMBERS, ...PATHS, ...TEXTS),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const depths = fc.oneof({ weight: 20, arbitrary: fc.nat(600) }, fc.constant(20_000));

/** JSON text, deep and with dangerous keys; values that JSON cannot write come as text. */
const jsonText = fc.oneof(
  fc.json({ maxDepth: 4 }),
  depths.map((depth) => '['.repeat(depth) + ']'.repeat(depth)),
  depths.map((depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`),
  fc.tuple(fc.constantFrom(...NAMES), text).map(([name, value]) => writeMember(name, value)),
  fc.constantFrom(...NUMBERS.map((number) => `{"id":${number}}`)),
);

const xmlText = fc.oneof(
  fc.constantFrom('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '<a><b></a>', '<__proto__ x="1"/>'),
  depths.map((depth) => '<a>'.repeat(depth) + '</a>'.repeat(depth)),
);

const HEADERS = ['accept', 'authorization', 'content-type', 'cookie', 'prefer', 'x-forwarded-for'];
const TYPES = ['application/json', 'application/xml', 'text/plain', 'multipart/form-data', '*/*'];
const PREFERENCES = [
  'code=200',
  'code=404',
  'code=999',
  'example=__proto__',
  'dynamic=true',
  ';=,"',
];

const headerValue = fc.oneof(
  fc.constantFrom(...TYPES, ...PREFERENCES, 'Bearer x', 'a=b; a=c; __proto__=d'),
  // What the Fetch standard lets through: Latin-1 without control characters.
  fc.string({ maxLength: 30 }).map((value) => value.trim()),
);
const headers = fc.dictionary(fc.constantFrom(...HEADERS), headerValue, {
  maxKeys: 2,
  noNullPrototype: true,
});
const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'PROPFIND',
  '__proto__',
];

/** Requests of a contract's operations with one or several parts made hostile, and requests of nothing at all. */
export function hostileRequests(contract: Contract): fc.Arbitrary<HostileRequest> {
  return fc.oneof(...contract.operations.map(mutate));
}

function mutate(operation: Operation): fc.Arbitrary<HostileRequest> {
  const example = withDummyCredentials(createExampleRequest(operation), operation);
  const own = Object.entries(example.headers).map(([name, value]) => [name, String(value)]);
  const type = example.mediaType === undefined ? {} : { 'content-type': example.mediaType };
  return fc.record({
    method: mostly(example.method, fc.constantFrom(...METHODS)),
    target: targets(example),
    headers: headers.map((more) => ({ ...Object.fromEntries(own), ...type, ...more })),
    body: bodies(example),
  });
}

function mostly<T>(usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
}

function targets(example: ExampleRequest): fc.Arbitrary<string> {
  const target = formatTarget(example);
  const parameters = [...Object.keys(example.query), 'page', 'page_size', '__code', '__example'];
  const name = fc.oneof(fc.constantFrom(...parameters), text.map(encode));
  const query = fc.array(
    fc.tuple(name, fc.oneof(text, text.map(encode))).map(([key, value]) => `${key}=${value}`),
    {
      maxLength: 4,
    },
  );
  return fc.oneof(
    fc.constant(target),
    query.map((pairs) => `${target}${target.includes('?') ? '&' : '?'}${pairs.join('&')}`),
    // The last segment, raw and encoded.
    fc
      .oneof(text, text.map(encode))
      .map((part) => target.replace(/[^/?]+(?=\/?(\?|$))/, () => part)),
    fc.array(text, { maxLength: 4 }).map((parts) => `/${parts.join('/')}`),
  );
}

function bodies(example: ExampleRequest): fc.Arbitrary<string | undefined> {
  if (example.method === 'GET') return fc.constant(undefined);
  const { body, mediaType = '' } = example;
  const own = bodyFormat(mediaType) === 'form' ? formOf(body) : JSON.stringify(body);
  const members = typeof body === 'object' && body !== null ? Object.keys(body) : [];
  const member = fc.tuple(fc.constantFrom('a', ...members), jsonText);
  return fc.oneof(
    fc.constant(own),
    member.map(([name, value]) => `{${JSON.stringify(name)}:${value}}`),
    member.map(([name, value]) => `${name}=${encode(value)}&${name}=1&${name}[]=&__proto__=1`),
    jsonText,
    xmlText,
    text,
  );
}

function formOf(body: unknown): string {
  return new URLSearchParams(Object.entries(body ?? {}).map(([k, v]) => [k, String(v)])).toString();
}

function encode(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}

function writeMember(name: string, value: string): string {
  return `{${JSON.stringify(name)}:{"polluted":${JSON.stringify(value)}}}`;
}
